using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Providers.Tests.Store;

/// <summary>What every release store has to do: its lock and its fence. A store's tests derive from this.</summary>
public abstract class ReleaseStoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    protected VirtualTime Time { get; } = new();

    protected static CancellationToken None => CancellationToken.None;

    protected abstract IReleaseStore Store { get; }

    [Fact]
    public async Task A_lock_has_one_owner_and_others_are_told_who()
    {
        var grant = await Store.AcquireLockAsync("shop", "r1", Lease, None);

        var refused = await Assert.ThrowsAsync<ReleaseLockedException>(() => Store.AcquireLockAsync("shop", "r2", Lease, None));

        Assert.Contains("'r1'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(grant, await Store.FindLockAsync("shop", None));
        Assert.Equal(Time.GetUtcNow() + Lease, grant.ExpiresAt);
    }

    [Fact]
    public async Task The_same_owner_gets_its_lock_again_with_the_same_number()
    {
        var first = await Store.AcquireLockAsync("shop", "r1", Lease, None);
        Time.Advance(Lease / 2);
        var second = await Store.AcquireLockAsync("shop", "r1", Lease, None);

        Assert.Equal(first.Fencing, second.Fencing);
        Assert.Equal(first.ExpiresAt + (Lease / 2), second.ExpiresAt);
    }

    [Fact]
    public async Task Locks_of_two_apps_do_not_know_each_other()
    {
        await Store.AcquireLockAsync("shop", "r1", Lease, None);

        Assert.Equal("r2", (await Store.AcquireLockAsync("blog", "r2", Lease, None)).Owner);
    }

    [Fact]
    public async Task An_expired_lease_is_taken_over_and_the_late_owner_is_fenced_off()
    {
        var late = await Store.AcquireLockAsync("shop", "r1", Lease, None);
        Time.Advance(Lease);
        var current = await Store.AcquireLockAsync("shop", "r2", Lease, None);

        Assert.True(current.Fencing > late.Fencing);
        await Assert.ThrowsAsync<LockLostException>(() => Store.RenewLockAsync(late, Lease, None));
        await Assert.ThrowsAsync<LockLostException>(() => Store.SaveAsync(Records.Release("r1", Time.GetUtcNow()), late, None));
        await Assert.ThrowsAsync<LockLostException>(() => Store.SetLiveAsync("shop", null, late, None));
        await Store.ReleaseLockAsync(late, None);
        Assert.Equal(current, await Store.FindLockAsync("shop", None));
        Assert.Null(await Store.FindAsync("shop", "r1", None));
    }

    [Fact]
    public async Task A_late_owner_nobody_has_followed_may_go_on()
    {
        var grant = await Store.AcquireLockAsync("shop", "r1", Lease, None);
        Time.Advance(Lease * 3);

        var renewed = await Store.RenewLockAsync(grant, Lease, None);

        Assert.Equal(grant.Fencing, renewed.Fencing);
        Assert.Equal(Time.GetUtcNow() + Lease, renewed.ExpiresAt);
    }

    [Fact]
    public async Task The_number_grows_after_a_release_too()
    {
        var first = await Store.AcquireLockAsync("shop", "r1", Lease, None);
        await Store.ReleaseLockAsync(first, None);

        Assert.Null(await Store.FindLockAsync("shop", None));
        Assert.True((await Store.AcquireLockAsync("shop", "r1", Lease, None)).Fencing > first.Fencing);
    }

    [Fact]
    public async Task A_lock_that_was_given_back_lets_its_last_owner_write_until_there_is_a_new_one()
    {
        var grant = await Store.AcquireLockAsync("shop", "r1", Lease, None);
        await Store.ReleaseLockAsync(grant, None);
        await Store.SaveAsync(Records.Release("r1", Time.GetUtcNow()), grant, None);
        await Store.AcquireLockAsync("shop", "r2", Lease, None);

        await Assert.ThrowsAsync<LockLostException>(() => Store.SaveAsync(Records.Release("r1", Time.GetUtcNow()), grant, None));
        await Assert.ThrowsAsync<LockLostException>(() => Store.RenewLockAsync(grant, Lease, None));
    }

    [Fact]
    public async Task A_broken_lock_is_free_and_its_owner_fenced_off_at_once()
    {
        var grant = await Store.AcquireLockAsync("shop", "r1", Lease, None);

        Assert.Equal(grant, await Store.BreakLockAsync("shop", None));
        Assert.Null(await Store.BreakLockAsync("shop", None));
        Assert.Null(await Store.FindLockAsync("shop", None));
        await Assert.ThrowsAsync<LockLostException>(() => Store.SaveAsync(Records.Release("r1", Time.GetUtcNow()), grant, None));
        Assert.True((await Store.AcquireLockAsync("shop", "r1", Lease, None)).Fencing > grant.Fencing);
    }

    [Fact]
    public async Task Records_are_kept_whole_and_listed_newest_first()
    {
        var grant = await Store.AcquireLockAsync("shop", "r1", Lease, None);
        foreach (var number in (int[])[2, 1, 3])
        {
            await Store.SaveAsync(Records.Release($"r{number}", Time.GetUtcNow().AddMinutes(number)), number == 1 ? null : grant, None);
        }

        await Store.SaveAsync(Records.Release("r9", Time.GetUtcNow(), "blog"), null, None);

        Assert.Equal(["r3", "r2"], (await Store.HistoryAsync("shop", 2, None)).Select(record => record.Id));
        var found = await Store.FindAsync("shop", "r1", None);
        Assert.Equal("/srv/shop", found?.Document.Plan.Install.Directory);
        Assert.Null(await Store.FindAsync("shop", "r9", None));
    }

    [Fact]
    public async Task A_record_is_replaced_by_its_newer_form()
    {
        var record = Records.Release("r1", Time.GetUtcNow());
        await Store.SaveAsync(record, null, None);
        await Store.SaveAsync(record with { EndedAt = Time.GetUtcNow(), Failure = new Failure("Aborted", "by hand") }, null, None);

        Assert.Equal("by hand", Assert.Single(await Store.HistoryAsync("shop", 10, None)).Failure?.Cause);
    }
}
