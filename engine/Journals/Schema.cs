using Microsoft.Data.Sqlite;

namespace BlueGreenServerless.Engine.Journals;

/// <summary>The tables of a journal, and how its file is opened.</summary>
internal static class Schema
{
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS definitions (
            hash TEXT PRIMARY KEY,
            json TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS executions (
            id INTEGER PRIMARY KEY,
            machine TEXT NOT NULL,
            name TEXT NOT NULL,
            status TEXT NOT NULL,
            definition TEXT NOT NULL,
            owner TEXT,
            parent TEXT,
            input TEXT NOT NULL,
            output TEXT,
            error TEXT,
            cause TEXT,
            started TEXT NOT NULL,
            stopped TEXT,
            UNIQUE (machine, name)
        );
        CREATE INDEX IF NOT EXISTS executions_by_status ON executions (status, id);
        CREATE TABLE IF NOT EXISTS branches (
            execution INTEGER NOT NULL,
            path TEXT NOT NULL,
            state TEXT NOT NULL,
            input TEXT NOT NULL,
            entered TEXT NOT NULL,
            retries TEXT NOT NULL,
            phase TEXT NOT NULL,
            due TEXT,
            token TEXT,
            error TEXT,
            cause TEXT,
            PRIMARY KEY (execution, path)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS branches_by_token ON branches (token) WHERE token IS NOT NULL;
        CREATE TABLE IF NOT EXISTS events (
            execution INTEGER NOT NULL,
            id INTEGER NOT NULL,
            timestamp TEXT NOT NULL,
            type TEXT NOT NULL,
            branch TEXT NOT NULL,
            state TEXT,
            details TEXT,
            PRIMARY KEY (execution, id)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS signals (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            execution INTEGER NOT NULL,
            token TEXT,
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            sent TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS signals_by_token ON signals (token) WHERE token IS NOT NULL;
        CREATE INDEX IF NOT EXISTS signals_by_execution ON signals (execution);
        """;

    /// <summary>A connection that makes the file and its tables when they are missing, and commits durably.</summary>
    public static SqliteConnection OpenForWriting(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Run(connection, "BEGIN IMMEDIATE");
        Run(connection, Tables);
        CheckVersion(connection, path);
        Run(connection, $"PRAGMA user_version = {Version}; COMMIT;");
        return connection;
    }

    /// <summary>A connection that only reads; null while there is no journal yet.</summary>
    public static SqliteConnection? OpenForReading(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var connection = Open(path, SqliteOpenMode.ReadWrite);
        Run(connection, "PRAGMA query_only = 1");
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ToString();
        var connection = new SqliteConnection(text);
        connection.Open();
        Run(connection, "PRAGMA busy_timeout = 60000");
        return connection;
    }

    private static void CheckVersion(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var found = (long)command.ExecuteScalar()!;
        if (found is not (0 or Version))
        {
            throw new InvalidDataException(
                $"The journal '{path}' has version '{found}'. This program reads version {Version}. Use the program that wrote it, or another file.");
        }
    }
}
