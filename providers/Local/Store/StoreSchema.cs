using BlueGreenServerless.Failures;
using Microsoft.Data.Sqlite;

namespace BlueGreenServerless.Providers.Local.Store;

/// <summary>The tables of the store and how an older file becomes a newer one.</summary>
internal static class StoreSchema
{
    /// <summary>One step per version of the file, in order; a released step is never changed.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE locks (app TEXT PRIMARY KEY, owner TEXT, fencing INTEGER NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE releases (app TEXT NOT NULL, id TEXT NOT NULL, started_at INTEGER NOT NULL, fencing INTEGER NOT NULL, body TEXT NOT NULL,
          PRIMARY KEY (app, id)) WITHOUT ROWID;
        CREATE INDEX releases_by_time ON releases (app, started_at DESC, id DESC);
        CREATE TABLE single (app TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (app, kind)) WITHOUT ROWID;
        CREATE TABLE signals (number INTEGER PRIMARY KEY, app TEXT NOT NULL, release_id TEXT NOT NULL, body TEXT NOT NULL);
        CREATE INDEX signals_by_release ON signals (app, release_id, number);
        CREATE TABLE audit (number INTEGER PRIMARY KEY, app TEXT NOT NULL, body TEXT NOT NULL);
        CREATE INDEX audit_by_app ON audit (app, number);
        """,
    ];

    public static int Version => Steps.Length;

    /// <exception cref="InvalidRequestException">The file was made by a newer version, or is no store.</exception>
    public static void Bring(SqliteConnection connection, SqliteTransaction transaction, string path)
    {
        var found = Found(connection, transaction);
        if (found > Version)
        {
            throw new InvalidRequestException(
                $"The store '{path}' has schema version '{found}', made by a newer version of this program; this one knows up to {Version}. Use the newer program, or another directory.");
        }

        for (var version = found; version < Version; version++)
        {
            using var step = connection.CreateCommand();
            step.Transaction = transaction;
            step.CommandText = $"{Steps[version]} PRAGMA user_version = {version + 1};";
            step.ExecuteNonQuery();
        }
    }

    /// <summary>The version of the file; 0: an empty one.</summary>
    public static long Found(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var ask = connection.CreateCommand();
        ask.Transaction = transaction;
        ask.CommandText = "PRAGMA user_version";
        return (long)ask.ExecuteScalar()!;
    }
}
