using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AwsStand.Sites;

/// <summary>What an app of the stand is like: one of the examples, and how it is released.</summary>
public sealed record AppPlan(string Name)
{
    public StandApp Example { get; init; } = StandApp.CService;

    /// <summary>Machines of each colour.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>Percent, as in <c>strategy.steps</c>.</summary>
    public string Steps { get; init; } = "25, 100";

    public string Pause { get; init; } = "2s";

    public string Bake { get; init; } = "2s";

    /// <summary>Between two observations.</summary>
    public string Interval { get; init; } = "1s";

    public string Window { get; init; } = "24h";

    /// <summary>Of the users, in total.</summary>
    public double RequestsPerSecond { get; init; } = 40;

    /// <summary>Name of the alarm that the release watches.</summary>
    public string Alarm => $"{Name}-5xx";
}
