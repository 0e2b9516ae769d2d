using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>A part of an environment as it was seen, and what a month of it costs.</summary>
/// <param name="IsSurplus">It was made here and is not in the file any more.</param>
internal sealed record SurveyedPart(IEnvironmentPart Part, PartLook Look, MonthlyPrice Price, bool IsSurplus);
