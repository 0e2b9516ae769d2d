using BlueGreenServerless.Failures;
using Microsoft.Data.Sqlite;

namespace BlueGreenServerless.Providers.Local.Store;

/// <summary>
/// The SQLite file. Every piece of work has its own connection and one transaction that takes the write lock at its beginning
/// (BEGIN IMMEDIATE), so that what it reads stays true until it has written, also against other processes.
/// </summary>
internal sealed class StoreFile
{
    /// <summary>How long one process waits for the others' short transactions.</summary>
    private const int BusySeconds = 30;

    private const int Busy = 5;
    private const int Locked = 6;
    private const int NoDatabase = 26;

    private readonly string path;
    private readonly string connectionString;
    private readonly Lazy<bool> ready;

    public StoreFile(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds, Pooling = true }.ToString();
        ready = new Lazy<bool>(Prepare);
    }

    /// <exception cref="ProviderUnavailableException">Other processes kept the file busy for too long.</exception>
    /// <exception cref="InvalidRequestException">The file is no store, or was made by a newer version.</exception>
    public T Run<T>(Func<StoreTransaction, T> work)
    {
        try
        {
            _ = ready.Value;
            return Once(work);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            throw new ProviderUnavailableException($"The store '{path}' was busy for {BusySeconds} s. Other processes write to it; it is tried again.", busy);
        }
        catch (SqliteException foreign) when (foreign.SqliteErrorCode is NoDatabase)
        {
            throw new InvalidRequestException($"The file '{path}' is not a store (a SQLite database). Give another directory, or move the file away.", foreign);
        }
    }

    private T Once<T>(Func<StoreTransaction, T> work)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = work(new StoreTransaction(connection, transaction));
        transaction.Commit();
        return result;
    }

    private bool Prepare()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var connection = Open();
        using (var mode = connection.CreateCommand())
        {
            mode.CommandText = "PRAGMA journal_mode = WAL";
            mode.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        StoreSchema.Bring(connection, transaction, path);
        transaction.Commit();
        return true;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var durable = connection.CreateCommand();
        durable.CommandText = $"PRAGMA synchronous = FULL; PRAGMA busy_timeout = {BusySeconds * 1000}";
        durable.ExecuteNonQuery();
        return connection;
    }
}
