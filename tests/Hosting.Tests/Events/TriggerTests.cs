using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Hosting.Tests.Events;

public sealed class TriggerTests
{
    private static readonly CancellationToken _none = CancellationToken.None;
    private readonly Doors doors = new();

    [Fact]
    public async Task An_upload_starts_a_release_of_the_object_s_version()
    {
        await doors.SendAsync(nameof(OnArtifact), Samples.Artifact());

        var (machine, _, input) = Assert.Single(doors.World.Executions.Started);
        Assert.Equal("release", machine);
        Assert.Equal("s3://artifacts/shop/2.0.0/shop.tar.gz?versionId=IYV3p45BT0ac8hjHg1houSdS1a.Mro8e", input.GetProperty("release").GetProperty("artifact").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task The_same_upload_again_starts_nothing()
    {
        await doors.SendAsync(nameof(OnArtifact), Samples.Artifact());
        await doors.SendAsync(nameof(OnArtifact), Samples.Artifact());

        Assert.Single(doors.World.Executions.Started);
        Assert.Equal("accepted", doors.Results[0]);
    }

    [Fact]
    public async Task An_upload_older_than_the_newest_release_is_refused()
    {
        var newer = DateTimeOffset.Parse("2026-11-20T13:00:00Z");
        await doors.RecordedAsync(change: document => document with { Header = document.Header with { By = UploadMark.Of(newer) } });

        await Assert.ThrowsAsync<InvalidRequestException>(() => doors.SendAsync(nameof(OnArtifact), Samples.Artifact(time: "2026-11-20T12:00:00Z")));

        Assert.Empty(doors.World.Executions.Started);
    }

    [Theory]
    [InlineData("shop/2.0.0/shop.tar.gz.sha256")]
    [InlineData("shop/2.0.0/")]
    [InlineData("_bluegreen-shop/built/AbCd12")]
    [InlineData("_shop/source.zip")]
    public async Task What_lies_beside_artifacts_is_ignored(string key)
    {
        await doors.SendAsync(nameof(OnArtifact), Samples.Artifact(key));

        Assert.Equal(["ignored"], doors.Results);
    }

    [Fact]
    public async Task A_custom_event_starts_a_release()
    {
        await doors.SendAsync(nameof(OnRequest), Samples.Request());

        Assert.Equal("event of ci.example", Assert.Single(doors.World.Executions.Started).Input.GetProperty("release").GetProperty("by").GetString());
    }

    [Fact]
    public async Task An_event_during_a_freeze_is_refused_and_starts_nothing()
    {
        await doors.World.Store.SetFreezeAsync("shop", new Freeze("ann", "sale", doors.World.Time.GetUtcNow()), _none);

        await Assert.ThrowsAsync<ReleaseFrozenException>(() => doors.SendAsync(nameof(OnArtifact), Samples.Artifact()));
    }

    [Fact]
    public async Task An_alarm_in_flight_is_told_to_the_release()
    {
        await doors.RecordedAsync();

        await doors.SendAsync(nameof(OnAlarm), Samples.Alarm());

        var signal = Assert.Single(await doors.World.Store.SignalsAsync("shop", "shop-1-abc", _none));
        Assert.Equal((SignalKind.Alarm, "shop-5xx"), (signal.Kind, signal.Text));
        Assert.Empty(doors.World.Executions.Started);
    }

    /// <summary>Released by an event that brought its configuration, or from a machine.</summary>
    [Fact]
    public async Task An_alarm_reaches_an_app_whose_file_was_never_uploaded()
    {
        doors.Storage.Files.Clear();
        await doors.RecordedAsync();

        await doors.SendAsync(nameof(OnAlarm), Samples.Alarm());

        Assert.Single(await doors.World.Store.SignalsAsync("shop", "shop-1-abc", _none));
        Assert.Equal(["accepted"], doors.Results);
    }

    [Fact]
    public async Task An_alarm_means_the_live_release_also_when_a_later_one_was_abandoned()
    {
        var now = doors.World.Time.GetUtcNow();
        await doors.RecordedAsync(ended: now, change: document => document with { Outcome = Outcome.Completed });
        var grant = await doors.World.Store.AcquireLockAsync("shop", "x", TimeSpan.FromMinutes(1), _none);
        await doors.World.Store.SetLiveAsync("shop", new LivePointer("shop", "shop-1-abc", "1", now, now.AddHours(24)), grant, _none);
        await doors.World.Store.ReleaseLockAsync(grant, _none);
        doors.World.Time.Advance(TimeSpan.FromMinutes(1));
        await doors.RecordedAsync("shop-2-def", doors.World.Time.GetUtcNow(), document => document with { Outcome = Outcome.Abandoned });

        await doors.SendAsync(nameof(OnAlarm), Samples.Alarm());

        Assert.Equal(("rollback", "shop-1-abc"), (Assert.Single(doors.World.Executions.Started).Machine, doors.World.Executions.Started[0].Name));
    }

    [Fact]
    public async Task An_alarm_in_the_window_starts_a_rollback()
    {
        var now = doors.World.Time.GetUtcNow();
        await doors.RecordedAsync(ended: now, change: document => document with { Outcome = Outcome.Completed });
        var grant = await doors.World.Store.AcquireLockAsync("shop", "x", TimeSpan.FromMinutes(1), _none);
        await doors.World.Store.SetLiveAsync("shop", new LivePointer("shop", "shop-1-abc", "1", now, now.AddHours(24)), grant, _none);
        await doors.World.Store.ReleaseLockAsync(grant, _none);

        await doors.SendAsync(nameof(OnAlarm), Samples.Alarm());

        Assert.Equal(("rollback", "shop-1-abc"), (Assert.Single(doors.World.Executions.Started).Machine, doors.World.Executions.Started[0].Name));
    }

    [Theory]
    [InlineData("other-alarm", "ALARM", "2030-01-01T00:00:00Z")]
    [InlineData("shop-5xx", "OK", "2030-01-01T00:00:00Z")]
    [InlineData("shop-5xx", "ALARM", "2001-01-01T00:00:00Z")]
    public async Task An_alarm_that_is_not_of_this_release_is_ignored(string name, string state, string time)
    {
        await doors.RecordedAsync();

        await doors.SendAsync(nameof(OnAlarm), Samples.Alarm(name, state, time));

        Assert.Equal(["ignored"], doors.Results);
        Assert.Empty(await doors.World.Store.SignalsAsync("shop", "shop-1-abc", _none));
    }

    [Theory]
    [InlineData("release", "ABORTED")]
    [InlineData("release", "TIMED_OUT")]
    [InlineData("rollback", "FAILED")]
    public async Task An_execution_that_ended_without_clean_up_is_rolled_back_once(string machine, string status)
    {
        await doors.RecordedAsync();

        await doors.SendAsync(nameof(OnExecution), Samples.Execution(status, machine));
        await doors.SendAsync(nameof(OnExecution), Samples.Execution(status, machine));

        Assert.Equal("rollback", Assert.Single(doors.World.Executions.Started).Machine);
    }

    [Fact]
    public async Task An_execution_that_cleaned_up_itself_is_left_alone()
    {
        await doors.RecordedAsync(ended: doors.World.Time.GetUtcNow(), change: document => document with { Outcome = Outcome.RolledBack });

        await doors.SendAsync(nameof(OnExecution), Samples.Execution("FAILED"));

        Assert.Empty(doors.World.Executions.Started);
    }

    [Fact]
    public async Task While_its_rollback_runs_none_is_started()
    {
        await doors.RecordedAsync();
        doors.States.Running.Add("rollback/shop-1-abc");

        await doors.SendAsync(nameof(OnExecution), Samples.Execution());

        Assert.Empty(doors.World.Executions.Started);
    }

    [Fact]
    public async Task An_execution_that_ended_before_Plan_gives_its_lock_back()
    {
        await doors.World.Store.AcquireLockAsync("shop", "shop-1-abc", TimeSpan.FromHours(1), _none);

        await doors.SendAsync(nameof(OnExecution), Samples.Execution());

        Assert.Null(await doors.World.Store.FindLockAsync("shop", _none));
    }
}
