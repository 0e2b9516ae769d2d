using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("How the new version is judged while it has traffic: against limits and against the old version in the same window.")]
public sealed record ObservePlan
{
    [Description("Time between two observations.")]
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    [Description("Largest share of answers that are server errors (5xx or none at all).")]
    [Range(0.0, 1.0)]
    public Percentage MaxErrorRate { get; init; } = new(0.01);

    [Description("Largest error share above that of the old version in the same window.")]
    [Range(0.0, 1.0)]
    public Percentage MaxErrorIncrease { get; init; } = new(0.01);

    [Description("Largest 99th percentile of the response time. Unset: no absolute limit.")]
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan? MaxP99 { get; init; }

    [Description("Largest 99th percentile of the response time as a multiple of the old version's in the same window.")]
    [Range(1.0, 1000.0)]
    public double MaxSlowdown { get; init; } = 3;

    [Description("Requests to the new version that a window needs before it is judged; fewer is 'no data'.")]
    [Range(1, 1_000_000)]
    public int MinRequests { get; init; } = 20;

    [Description("Alarms that must stay quiet, by name. Unknown ones and ones that fire already are refused at the start.")]
    public IReadOnlyList<string> Alarms { get; init; } = [];

    [Description("Path that is requested on the new version when there is too little traffic to judge. Unset: no probes.")]
    [RegularExpression("^/([!-.0-~][!-~]*)?$", ErrorMessage = "a path that begins with one '/', in visible ASCII without spaces")]
    [StringLength(2048)]
    public string? Probe { get; init; }

    [Description("How long a step may stay without enough data beyond its pause.")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan NoDataDeadline { get; init; } = TimeSpan.FromMinutes(5);

    [Description("What happens at that deadline: rollback or proceed.")]
    public NoDataPolicy NoData { get; init; } = NoDataPolicy.Rollback;
}
