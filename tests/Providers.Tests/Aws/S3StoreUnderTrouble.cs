using Amazon.S3.Model;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Records;
using Kept = BlueGreenServerless.Providers.Tests.Store.Records;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class S3StoreUnderTrouble : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private AwsWorld? world;

    private S3ReleaseStore Store => new(world!.Account.Storage, AwsWorld.Bucket, "", TimeProvider.System);

    private FaultPlan Faults => world!.Cloud.Faults;

    [Fact]
    public async Task Of_60_at_once_one_has_the_lock()
    {
        var winners = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => TryAcquireAsync($"r{number}")));

        var grant = Assert.Single(winners.OfType<LockGrant>());
        Assert.Equal(1, grant.Fencing);
        Assert.Equal(grant.Owner, (await Store.FindLockAsync("shop", default))?.Owner);
    }

    [Fact]
    public async Task Of_40_who_follow_a_dead_owner_at_once_one_has_the_lock_with_the_next_number()
    {
        await Store.AcquireLockAsync("shop", "dead", TimeSpan.Zero, default);

        var winners = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => TryAcquireAsync($"r{number}")));

        Assert.Equal(2, Assert.Single(winners.OfType<LockGrant>()).Fencing);
    }

    [Theory]
    [InlineData(FaultKind.LostReply)]
    [InlineData(FaultKind.ErrorAfterEffect)]
    [InlineData(FaultKind.LostRequest)]
    public async Task A_lock_whose_grant_was_lost_on_the_way_is_ours(FaultKind kind)
    {
        Faults.Add(new Fault("s3", "PutObject", kind));

        var grant = await Store.AcquireLockAsync("shop", "r1", Lease, default);

        Assert.Equal(1, grant.Fencing);
        Assert.Equal(grant.Fencing, (await Store.RenewLockAsync(grant, Lease, default)).Fencing);
    }

    [Fact]
    public async Task Releases_whose_record_was_not_written_do_not_hide_the_one_before()
    {
        await Store.SaveAsync(Kept.Release("r1", DateTimeOffset.UnixEpoch), null, default);
        foreach (var cut in Enumerable.Range(1, 3))
        {
            await world!.Account.Storage.PutObjectAsync(
                new PutObjectRequest { BucketName = AwsWorld.Bucket, Key = $"apps/shop/history/{cut:D19}-cut{cut}.json", ContentBody = "{}" });
        }

        Assert.Equal("r1", Assert.Single(await Store.HistoryAsync("shop", 1, default)).Id);
        Assert.Equal("r1", Assert.Single(await Store.HistoryAsync("shop", 20, default)).Id);
    }

    [Fact]
    public async Task A_waiting_request_is_not_lost_with_the_answer_that_carried_it()
    {
        await Store.EnqueueAsync("shop", Kept.Request("1.0"), default);
        Faults.Add(new Fault("s3", "PutObject", FaultKind.LostReply));

        Assert.Equal("1.0", (await Store.DequeueAsync("shop", default))?.Artifact.Version);
        Assert.Null(await Store.DequeueAsync("shop", default));
    }

    [Fact]
    public async Task Signals_raised_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            Store.RaiseAsync("shop", "r1", new Signal(SignalKind.Alarm, $"{number}", "", TimeProvider.System.GetUtcNow()), default)));

        Assert.Equal(12, (await Store.SignalsAsync("shop", "r1", default)).Select(signal => signal.By).Distinct().Count());
    }

    [Fact]
    public async Task An_owner_that_was_followed_after_its_question_cannot_write_over_its_successor()
    {
        var late = await Store.AcquireLockAsync("shop", "r1", TimeSpan.Zero, default);
        var next = await Store.AcquireLockAsync("shop", "r2", Lease, default);
        await Store.SetLiveAsync("shop", Live("r2"), next, default);

        await Assert.ThrowsAsync<LockLostException>(() => Store.SetLiveAsync("shop", Live("r1"), late, default));

        Assert.Equal("r2", (await Store.FindLiveAsync("shop", default))?.ReleaseId);
    }

    [Fact]
    public async Task History_and_audit_go_over_several_pages()
    {
        await using var small = await AwsWorld.StartAsync(new Clouds.Aws.AwsDoubleOptions { PageSize = 2 });
        var store = new S3ReleaseStore(small.Account.Storage, AwsWorld.Bucket, "", TimeProvider.System);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var day = 0; day < 5; day++)
        {
            await store.SaveAsync(Kept.Release($"r{day}", start.AddDays(day)), null, default);
            await store.AppendAuditAsync(new AuditEntry("shop", $"a{day}", "me", "", start.AddDays(day)), default);
        }

        Assert.Equal(["r4", "r3", "r2", "r1"], (await store.HistoryAsync("shop", 4, default)).Select(record => record.Id));
        Assert.Equal(["a4", "a3", "a2", "a1", "a0"], (await store.AuditAsync("shop", 10, default)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task What_is_not_allowed_is_refused_with_its_request_id()
    {
        Faults.Deny("s3", "GetObject");

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Store.FindLiveAsync("shop", default));

        Assert.Matches("'AccessDenied'.*request id [0-9A-Za-z-]+", refused.Message);
    }

    [Fact]
    public async Task A_service_that_stays_away_is_unavailable()
    {
        Faults.Add(new Fault("s3", "GetObject", FaultKind.Error) { Times = 100, Code = "SlowDown", Status = 503 });
        var account = new Providers.Aws.Clients.AwsAccount(world!.Account.Place, TimeProvider.System);

        await Assert.ThrowsAsync<ProviderUnavailableException>(
            () => new S3ReleaseStore(account.Storage, AwsWorld.Bucket, "", TimeProvider.System).FindLiveAsync("shop", default));
    }

    public async ValueTask InitializeAsync() => world = await AwsWorld.StartAsync();

    public ValueTask DisposeAsync() => world!.DisposeAsync();

    private async Task<LockGrant?> TryAcquireAsync(string owner)
    {
        try
        {
            return await Store.AcquireLockAsync("shop", owner, Lease, default);
        }
        catch (ReleaseLockedException)
        {
            return null;
        }
    }

    private static LivePointer Live(string release) => new("shop", release, "1.0", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
}
