using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("How long each part may take. Every loop of a release has one of these.")]
public sealed record DeadlinesPlan
{
    [Description("Capacity of the idle colour, and old sessions on it to end.")]
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan Prepare { get; init; } = TimeSpan.FromMinutes(10);

    [Description("Installation on all hosts of a target.")]
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan Deploy { get; init; } = TimeSpan.FromMinutes(15);

    [Description("Old sessions to end after the traffic has moved; then they are reported, never cut.")]
    [Range(typeof(TimeSpan), "00:00:00", "06:00:00")]
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);

    [Description("Putting the traffic back, tried again and again.")]
    [Range(typeof(TimeSpan), "00:00:10", "06:00:00")]
    public TimeSpan Rollback { get; init; } = TimeSpan.FromHours(1);

    [Description("The whole release, approval included.")]
    [Range(typeof(TimeSpan), "00:01:00", "14.00:00:00")]
    public TimeSpan Release { get; init; } = TimeSpan.FromDays(2);
}
