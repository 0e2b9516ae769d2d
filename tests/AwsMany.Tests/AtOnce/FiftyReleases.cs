using BlueGreenServerless.Engine;

namespace BlueGreenServerless.AwsMany.Tests.AtOnce;

/// <summary>
/// Many releases in one account and region, each function call in a process of its own as Lambda has it, against ELB's token buckets: 40 calls
/// at once and 10 a second of any kind, of these 20 at once and 3 a second that change something.
/// </summary>
public sealed class FiftyReleases(ITestOutputHelper output)
{
    private const int Releases = 50;

    /// <summary>How much longer a rollback may take among the others than alone: less than one interval of observation.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    /// <summary>When alarms fire among the others: while these look at the health of the new version, shift, and watch.</summary>
    private static readonly TimeSpan[] AlarmsAfter = [.. new[] { 5, 10, 20, 30, 45, 75 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    [Fact]
    public async Task None_fails_for_throttling_and_no_rollback_waits_for_the_others()
    {
        await using var account = await CrowdedAccount.StartAsync(live: AlarmsAfter.Length + 1, others: Releases - 1);
        var alone = await account.Machine.PassAsync(account.RollBackAsync(0));

        var others = account.ReleaseOthersAsync();
        var among = AlarmsAfter.Select((after, number) => account.RollBackAsync(number + 1, after)).ToList();
        var rollbacks = await account.Machine.PassAsync(Task.WhenAll(among));
        var ended = await account.Machine.PassAsync(others);

        output.WriteLine($"[PRINT] {Releases} releases at once under ELB's limits: {account.Throttled} of {account.Calls} calls throttled, the last release done after {account.Passed.TotalMinutes:0.0} min");
        output.WriteLine($"[PRINT] alarm to write: {alone.TotalSeconds:0.0} s alone, {string.Join(", ", rollbacks.Select(time => $"{time.TotalSeconds:0.0}"))} s among {Releases - 1} others");
        Assert.All(ended, execution => Assert.True(execution.Status == ExecutionStatus.Succeeded, $"{execution.Name}: {execution.Error} {execution.Cause}"));
        Assert.True(account.Throttled > 0, "the account was not crowded");
        Assert.All(rollbacks, time => Assert.InRange(time, TimeSpan.Zero, alone + Delay));
    }
}
