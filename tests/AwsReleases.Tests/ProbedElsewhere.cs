using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Template;
using BlueGreenServerless.AwsStand.Watching;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>
/// A target that CloudWatch does not measure: the clock's rule starts the probe, its metric fires the alarm, the alarm's event starts the
/// rollback, which puts the traffic back at OVH.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ProbedElsewhere(Account account)
{
    private readonly CloudAccount cloud = account.Cloud;
    private readonly MetricAlarms alarms = new(account.Cloud);

    [Fact]
    public async Task A_probe_without_an_answer_takes_a_release_at_OVH_back_and_a_probe_that_is_dead_does_not()
    {
        await using var app = await OvhApp.StartAsync(cloud);
        string[] names = [app.Alarm, app.Alarm + "Silent"];
        Array.ForEach(names, alarms.Add);
        await app.PushAsync("2");
        var completed = await cloud.EndAsync(app.Name);
        Assert.True((completed.Outcome, app.Live) == (Outcome.Completed, app.Green), $"{completed.Outcome}: {completed.Failure}");

        await MinutesAsync(6, names);
        Assert.Equal(("OK", "OK"), (State(names[0]), State(names[1])));
        await MinutesAsync(6, names, isProbed: false);
        Assert.Equal(("INSUFFICIENT_DATA", "ALARM"), (State(names[0]), State(names[1])));
        Assert.Equal((Outcome.Completed, app.Green), ((await FindAsync(app, completed.Id)).Outcome, app.Live));

        await app.BreakGreenAsync();
        await MinutesAsync(3, names);
        await Eventually.HoldsAsync(async () => (await FindAsync(app, completed.Id)).Outcome != Outcome.Completed);
        var record = await cloud.EndAsync(app.Name);

        Assert.True((record.Outcome, record.Failure?.Error, app.Live) == (Outcome.RolledBack, "AlarmFired", app.Blue), $"{record.Outcome}: {record.Failure}");
        await Answering.UntilAsync(app.UserPort);
        Assert.Empty(cloud.Rights.Missing);
    }

    /// <param name="isProbed">False: the clock's rule does not start the probe any more.</param>
    private async Task MinutesAsync(int count, string[] names, bool isProbed = true)
    {
        var schedule = Assert.Single(cloud.Template.Schedules, schedule => schedule.Input.Contains(ReleaseTemplate.Probed, StringComparison.Ordinal));
        Assert.Equal("rate(1 minute)", schedule.Rate);
        for (var minute = 0; minute < count; minute++)
        {
            await (isProbed ? cloud.Functions.InvokeAsync(schedule.Function, schedule.Input) : Task.CompletedTask);
            cloud.Clock.Leap(TimeSpan.FromMinutes(1));
            Array.ForEach(names, alarms.Evaluate);
        }
    }

    private string State(string alarm) => cloud.Aws.Alarms.All.Single(one => one.Name == alarm).Value;

    private async Task<Records.ReleaseRecord> FindAsync(OvhApp app, string id) => (await cloud.Store.FindAsync(app.Name, id, CancellationToken.None))!;
}
