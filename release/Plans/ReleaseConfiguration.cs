using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

/// <summary>The user's <c>bluegreen.yaml</c>.</summary>
[Description("bluegreen.yaml: how one application is released.")]
public sealed record ReleaseConfiguration : ReleasePlan
{
    [Description("The places that are released to, all in one release: traffic moves only when every one is ready.")]
    [Length(1, 50)]
    public required IReadOnlyList<TargetPlan> Targets { get; init; }
}
