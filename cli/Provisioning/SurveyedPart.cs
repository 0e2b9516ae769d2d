using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>A part of an environment as it was seen, and what a month of it costs.</summary>
internal sealed record SurveyedPart(IEnvironmentPart Part, PartLook Look, MonthlyPrice Price);
