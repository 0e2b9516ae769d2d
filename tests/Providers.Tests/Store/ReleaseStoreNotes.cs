using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Providers.Tests.Store;

/// <summary>What every release store has to keep beside records: who is live, signals, freeze, queue, approvals, audit.</summary>
public abstract class ReleaseStoreNotes
{
    protected VirtualTime Time { get; } = new();

    protected static CancellationToken None => CancellationToken.None;

    protected abstract IReleaseStore Store { get; }

    [Fact]
    public async Task The_live_pointer_is_set_and_cleared()
    {
        var grant = await Store.AcquireLockAsync("shop", "r1", TimeSpan.FromMinutes(1), None);
        var live = new LivePointer("shop", "r1", "1.0", Time.GetUtcNow(), Time.GetUtcNow().AddHours(1));

        await Store.SetLiveAsync("shop", live, grant, None);
        var found = await Store.FindLiveAsync("shop", None);
        await Store.SetLiveAsync("shop", null, grant, None);

        Assert.Equal(live, found);
        Assert.Null(await Store.FindLiveAsync("shop", None));
    }

    [Fact]
    public async Task The_apps_are_those_that_something_was_released_of()
    {
        Assert.Empty(await Store.AppsAsync(None));
        foreach (var app in (string[])["shop", "blog"])
        {
            var grant = await Store.AcquireLockAsync(app, "r1", TimeSpan.FromMinutes(1), None);
            await Store.SaveAsync(Records.Release("r1", Time.GetUtcNow(), app), grant, None);
            await Store.SaveAsync(Records.Release("r2", Time.GetUtcNow(), app), grant, None);
        }

        await Store.SetFreezeAsync("idea", new Freeze("me", "not yet", Time.GetUtcNow()), None);

        Assert.Equal(["blog", "shop"], await Store.AppsAsync(None));
    }

    [Fact]
    public async Task Signals_come_back_in_order_and_only_for_their_release()
    {
        foreach (var kind in (SignalKind[])[SignalKind.TargetFailed, SignalKind.Abort])
        {
            await Store.RaiseAsync("shop", "r1", new Signal(kind, "me", "why", Time.GetUtcNow()), None);
        }

        Assert.Equal([SignalKind.TargetFailed, SignalKind.Abort], (await Store.SignalsAsync("shop", "r1", None)).Select(signal => signal.Kind));
        Assert.Empty(await Store.SignalsAsync("shop", "r2", None));
        Assert.Empty(await Store.SignalsAsync("blog", "r1", None));
    }

    [Fact]
    public async Task A_freeze_lasts_until_it_is_taken_back()
    {
        var freeze = new Freeze("me", "it's Friday", Time.GetUtcNow());

        await Store.SetFreezeAsync("shop", freeze, None);
        var found = await Store.FindFreezeAsync("shop", None);
        await Store.SetFreezeAsync("shop", null, None);

        Assert.Equal(freeze, found);
        Assert.Null(await Store.FindFreezeAsync("shop", None));
    }

    [Fact]
    public async Task Only_the_newest_request_waits()
    {
        Assert.Null(await Store.EnqueueAsync("shop", Records.Request("1.0"), None));
        Assert.Equal("1.0", (await Store.EnqueueAsync("shop", Records.Request("2.0"), None))?.Artifact.Version);
        Assert.Null(await Store.DequeueAsync("blog", None));
        Assert.Equal("2.0", (await Store.DequeueAsync("shop", None))?.Artifact.Version);
        Assert.Null(await Store.DequeueAsync("shop", None));
    }

    [Fact]
    public async Task A_pending_approval_is_cleared_by_its_own_release_only()
    {
        var pending = new PendingApproval("shop", "r1", "token", Time.GetUtcNow(), Time.GetUtcNow().AddHours(1));
        await Store.SetPendingApprovalAsync(pending, None);

        await Store.ClearPendingApprovalAsync("shop", "r2", None);
        Assert.Equal(pending, await Store.FindPendingApprovalAsync("shop", None));
        await Store.ClearPendingApprovalAsync("shop", "r1", None);
        Assert.Null(await Store.FindPendingApprovalAsync("shop", None));
    }

    [Fact]
    public async Task The_audit_is_listed_newest_first()
    {
        foreach (var action in (string[])["freeze", "unfreeze", "unlock"])
        {
            await Store.AppendAuditAsync(new AuditEntry("shop", action, "me", "", Time.GetUtcNow()), None);
        }

        Assert.Equal(["unlock", "unfreeze"], (await Store.AuditAsync("shop", 2, None)).Select(entry => entry.Action));
        Assert.Empty(await Store.AuditAsync("blog", 2, None));
    }
}
