using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("A person must approve before traffic moves.")]
public sealed record ApprovalPlan
{
    [Description("Whether approval is asked for.")]
    public bool Required { get; init; }

    [Description("Time to answer; after it the release is abandoned.")]
    [Range(typeof(TimeSpan), "00:00:01", "14.00:00:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(24);
}
