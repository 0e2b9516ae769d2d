using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Local.Store;
using BlueGreenServerless.Testing.Hosts;
using Microsoft.Data.Sqlite;

namespace BlueGreenServerless.Providers.Tests.Store;

public sealed class SqliteStoreFile : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Path => directory.Below("deep", "store.db");

    [Fact]
    public async Task What_one_store_wrote_another_one_reads()
    {
        await Open().AcquireLockAsync("shop", "r1", TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.Equal("r1", (await Open().FindLockAsync("shop", CancellationToken.None))?.Owner);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        await Open().FindLockAsync("shop", CancellationToken.None);
        Execute("PRAGMA user_version = 99");

        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => Open().FindLockAsync("shop", CancellationToken.None));

        Assert.Contains("'99', made by a newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_and_left_alone()
    {
        var text = new string('x', 5000);
        var path = directory.Write("notes.txt", System.Text.Encoding.ASCII.GetBytes(text));

        var refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => new SqliteReleaseStore(path, TimeProvider.System).FindLockAsync("shop", CancellationToken.None));

        Assert.Contains("is not a store", refused.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_hundred_stores_opened_at_once_make_one_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number =>
            Open().AcquireLockAsync($"app{number}", "r1", TimeSpan.FromMinutes(1), CancellationToken.None)));

        Assert.Equal("r1", (await Open().FindLockAsync("app99", CancellationToken.None))?.Owner);
    }

    [Fact]
    public async Task A_file_that_was_busy_when_it_was_opened_is_asked_again()
    {
        await Open().FindLockAsync("shop", CancellationToken.None);
        Execute("PRAGMA user_version = 0");
        var store = new StoreFile(Path, busySeconds: 1);
        using (var other = new SqliteConnection($"Data Source={Path}"))
        {
            other.Open();
            using var writes = other.BeginTransaction(deferred: false);
            Assert.Throws<ProviderUnavailableException>(() => store.Read(work => new StoreLocks(work).Find("shop")));
        }

        Execute($"PRAGMA user_version = {StoreSchema.Version}");
        Assert.Null(store.Read(work => new StoreLocks(work).Find("shop")));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        directory.Dispose();
    }

    private SqliteReleaseStore Open() => new(Path, TimeProvider.System);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
