using System.Runtime.Versioning;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Records;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>Walks a release through every stage, and each stage through what makes it call more: rules beside listeners, groups beside tags, failures.</summary>
[SupportedOSPlatform("linux")]
internal sealed class RecordedRelease(RecordedCloud cloud)
{
    /// <summary>From Plan to the last step of the ramp.</summary>
    public async Task<Release> ShiftedAsync(Release begun)
    {
        var release = await cloud.RunAsync<Release>("Plan", begun);
        release = release with { Targets = [await InspectedAsync(release, 0), await InspectedAsync(release, 1), await InspectedAsync(release, 2)] };
        release = await cloud.RunAsync<Release>("Decide", release);
        var target = await InstalledAsync(release);
        await FailedAsync(release);
        target = await MovedAsync(release, await MovedAsync(release, target, 50), 100);
        return release with
        {
            Targets = [target, .. release.Targets.Skip(1)], Decision = Decision.Complete,
            Progress = release.Progress with { Phase = Phase.Bake, Percent = 100, Step = 1, ShiftStarted = true },
        };
    }

    /// <summary>The window is over: contract migration, one that hangs too, and the old colour is scaled in. Then all of it is put back.</summary>
    public async Task EndedAsync(Release completed)
    {
        await CloseWindowAsync(completed.Header);
        var strategy = completed.Plan.Strategy with { Retire = RetirePolicy.ScaleIn };
        var branch = Branch(completed with { Plan = completed.Plan with { Strategy = strategy } }, completed.Targets[0]);
        var retired = await UntilAsync("Retire-ssm", branch, target => target.Retire?.Verdict == RetireVerdict.Retired);
        var gone = retired.Target.Retire! with { Verdict = RetireVerdict.Running, StartedAt = DateTimeOffset.UnixEpoch, CommandId = Another(retired.Target.Retire.CommandId!) };
        await cloud.RunAsync<TargetRelease>("Retire-ssm", branch.With(branch.Target with { Retire = gone }));
        var hanging = branch.Target with { Deploy = branch.Target.Deploy! with { Verdict = CommandVerdict.Running } };
        await cloud.RunAsync<TargetRelease>("Rollback-aws", branch.With(hanging));
        await cloud.RunAsync<Release>("Complete", completed with { Decision = Decision.Rollback });
    }

    private async Task<TargetState> InspectedAsync(Release release, int index) => (await cloud.RunAsync<TargetRelease>("Inspect-aws", Branch(release, release.Targets[index], index))).Target;

    private async Task<TargetState> InstalledAsync(Release release)
    {
        var branch = Branch(release, release.Targets[0]);
        branch = await UntilAsync("Prepare-aws", branch, target => target.Prepare?.Verdict == PrepareVerdict.Ready);
        branch = await UntilAsync("Deploy-ssm", branch, target => target.Deploy is { Verdict: CommandVerdict.Succeeded, Step: "install" });
        branch = await UntilAsync("CheckHealth-aws", branch, target => target.Health?.Verdict == HealthVerdict.Healthy);
        await cloud.RunAsync<TargetRelease>("SmokeTest-aws", branch);
        return branch.Target;
    }

    private async Task<TargetState> MovedAsync(Release release, TargetState target, int percent)
    {
        var progress = release.Progress with { Phase = Phase.Ramp, Step = 0, Percent = percent, ShiftStarted = true };
        var shifted = await cloud.RunAsync<TargetRelease>("ShiftTraffic-aws", Branch(release with { Progress = progress }, target));
        Assert.Null(shifted.Target.Failure);
        var observed = await cloud.RunAsync<TargetRelease>("Observe-aws", shifted);
        var cursor = ReleaseJson.ToElement(new { since = TimeProvider.System.GetUtcNow().AddMinutes(-10) });
        await cloud.RunAsync<TargetRelease>("Observe-aws", shifted.With(observed.Target with { Observation = observed.Target.Observation! with { Cursor = cursor } }));
        return shifted.Target;
    }

    /// <summary>A command that ends badly, and what stages tell the other targets when they fail.</summary>
    private async Task FailedAsync(Release release)
    {
        var header = release.Header;
        var wrong = release with { Header = header with { Id = "shop-wrong", Artifact = header.Artifact with { Sha256 = new string('0', 64) } } };
        var branch = await UntilAsync("Deploy-ssm", Branch(wrong, release.Targets[0]), target => target.Failure is not null);
        await cloud.RunAsync<TargetRelease>("Abandon-ssm", branch.With(branch.Target with { Failure = null }));
        var swapped = release.Targets[0] with { Live = Color.Green };
        await cloud.RunAsync<TargetRelease>("Prepare-aws", Branch(release with { Header = header with { Id = "shop-late" } }, swapped));
        var ill = release.Targets[0] with { Health = new HealthState(HealthVerdict.Waiting, -9, DateTimeOffset.UnixEpoch, new ColorHealth(0, 0, [])) };
        await cloud.RunAsync<TargetRelease>("CheckHealth-aws", Branch(release with { Header = header with { Id = "shop-ill" } }, ill));
    }

    private async Task CloseWindowAsync(ReleaseHeader header)
    {
        var grant = await cloud.Store.AcquireLockAsync(header.App, "test", TimeSpan.FromMinutes(1), default);
        var now = TimeProvider.System.GetUtcNow();
        await cloud.Store.SetLiveAsync(header.App, new LivePointer(header.App, header.Id, header.Version, now, now), grant, default);
        await cloud.Store.ReleaseLockAsync(grant, default);
    }

    private async Task<TargetRelease> UntilAsync(string function, TargetRelease branch, Func<TargetState, bool> isDone)
    {
        await Eventually.HoldsAsync(async () => isDone((branch = await cloud.RunAsync<TargetRelease>(function, branch)).Target));
        return branch;
    }

    private static TargetRelease Branch(Release release, TargetState target, int index = 0) =>
        new() { Header = release.Header, Plan = release.Plan, Lock = release.Lock, Progress = release.Progress, Target = target, Index = index };

    /// <summary>The ticket of a command that nobody sent.</summary>
    private static string Another(string ticket) => (ticket[0] == 'a' ? 'b' : 'a') + ticket[1..];
}
