using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("What makes the new version count as healthy before it gets traffic.")]
public sealed record HealthPlan
{
    [Description("Path that answers 2xx when an instance can serve.")]
    [RegularExpression("^/([!-.0-~][!-~]*)?$", ErrorMessage = "a path that begins with one '/', in visible ASCII without spaces")]
    [StringLength(2048)]
    public string Path { get; init; } = "/health";

    [Description("Rounds in a row in which every host of the colour must be healthy.")]
    [Range(1, 100)]
    public int HealthyChecks { get; init; } = 3;

    [Description("Time between two rounds.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    [Description("Time within which the rounds must have passed.")]
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
