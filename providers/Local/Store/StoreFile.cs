using BlueGreenServerless.Failures;
using Microsoft.Data.Sqlite;

namespace BlueGreenServerless.Providers.Local.Store;

/// <summary>
/// The SQLite file. Every piece of work has its own connection and one transaction. One that writes takes the write lock at its
/// beginning (BEGIN IMMEDIATE), so that what it reads stays true until it has written, also against other processes; one that only
/// reads sees the file as it was at its beginning and waits for nobody.
/// </summary>
internal sealed class StoreFile
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int NoDatabase = 26;

    private readonly string path;
    private readonly int busySeconds;
    private readonly string connectionString;
    private readonly Lazy<bool> ready;

    /// <param name="path">The file; it and its directory are made when they are missing.</param>
    /// <param name="busySeconds">How long one process waits for the others' short transactions.</param>
    public StoreFile(string path, int busySeconds = 30)
    {
        SQLitePCL.Batteries_V2.Init();
        (this.path, this.busySeconds) = (path, busySeconds);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = busySeconds, Pooling = true }.ToString();
        // A file that was busy once is asked again: this mode forgets failures.
        ready = new Lazy<bool>(Prepare, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <exception cref="ProviderUnavailableException">Other processes kept the file busy for too long.</exception>
    /// <exception cref="InvalidRequestException">The file is no store, or was made by a newer version.</exception>
    public T Write<T>(Func<StoreTransaction, T> work) => Run(work, writes: true);

    /// <summary>For work that only reads.</summary>
    /// <exception cref="ProviderUnavailableException">Other processes kept the file busy for too long.</exception>
    /// <exception cref="InvalidRequestException">The file is no store, or was made by a newer version.</exception>
    public T Read<T>(Func<StoreTransaction, T> work) => Run(work, writes: false);

    private T Run<T>(Func<StoreTransaction, T> work, bool writes)
    {
        try
        {
            _ = ready.Value;
            return Once(work, writes);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            throw new ProviderUnavailableException($"The store '{path}' was busy for {busySeconds} s. Other processes write to it; it is tried again.", busy);
        }
        catch (SqliteException foreign) when (foreign.SqliteErrorCode is NoDatabase)
        {
            throw new InvalidRequestException($"The file '{path}' is not a store (a SQLite database). Give another directory, or move the file away.", foreign);
        }
    }

    private T Once<T>(Func<StoreTransaction, T> work, bool writes)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: !writes);
        var result = work(new StoreTransaction(connection, transaction));
        transaction.Commit();
        return result;
    }

    private bool Prepare()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var connection = Open();
        if (StoreSchema.Found(connection, null) != StoreSchema.Version)
        {
            Bring(connection);
        }

        return true;
    }

    private void Bring(SqliteConnection connection)
    {
        using (var mode = connection.CreateCommand())
        {
            mode.CommandText = "PRAGMA journal_mode = WAL";
            mode.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        StoreSchema.Bring(connection, transaction, path);
        transaction.Commit();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var durable = connection.CreateCommand();
        durable.CommandText = $"PRAGMA synchronous = FULL; PRAGMA busy_timeout = {busySeconds * 1000}";
        durable.ExecuteNonQuery();
        return connection;
    }
}
