using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Provisioning.Tests.Harness;

/// <summary>Records of a release, as one that really ran leaves them.</summary>
internal static class Recorded
{
    private const string App = "shop";
    private const string Id = "shop-2-abc";

    /// <summary>One that has begun and not ended, of a process that is not there any more.</summary>
    public static Task UnderWayAsync(IReleaseStore store, PortBinding router) => store.SaveAsync(Record(router, Outcome.Running, null), null, CancellationToken.None);

    /// <summary>One that moved the users from blue to green.</summary>
    /// <param name="window">How long it can be rolled back from now on.</param>
    public static async Task CompletedAsync(IReleaseStore store, PortBinding router, TimeSpan window)
    {
        var (now, record) = (TimeProvider.System.GetUtcNow(), Record(router, Outcome.Completed, TimeProvider.System.GetUtcNow()));
        var grant = await store.AcquireLockAsync(App, record.Id, TimeSpan.FromMinutes(1), CancellationToken.None);
        await store.SaveAsync(record, grant, CancellationToken.None);
        await store.SetLiveAsync(App, new LivePointer(App, record.Id, record.Version, now, now + window), grant, CancellationToken.None);
        await store.ReleaseLockAsync(grant, CancellationToken.None);
    }

    /// <summary>The lock alone, as a rollback holds it of a release that had ended.</summary>
    public static Task<LockGrant> RollingBackAsync(IReleaseStore store) => store.AcquireLockAsync(App, Id, TimeSpan.FromMinutes(1), CancellationToken.None);

    public static PortBinding Router(string provider, string options) => new(provider, JsonDocument.Parse(options).RootElement);

    private static ReleaseRecord Record(PortBinding router, Outcome outcome, DateTimeOffset? ended)
    {
        var other = Router("memory", "{}");
        var plan = new ReleaseConfiguration
        {
            App = App, Install = new InstallPlan { Directory = "/srv/shop" }, Targets = [new TargetPlan { Name = "shop", Router = router, Hosts = other }],
        };
        var document = new Release
        {
            Header = new ReleaseHeader(Id, App, new Artifact(new Uri("file:///shop-2.tar.gz"), "2"), "test", TimeProvider.System.GetUtcNow()),
            Plan = plan.WithoutTargets(), Targets = [new TargetState { Name = "shop", Router = router, Hosts = other, Metrics = other, Live = Color.Blue }], Outcome = outcome,
        };
        return ReleaseRecord.Of(document, ended);
    }
}
