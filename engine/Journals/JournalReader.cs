namespace BlueGreenServerless.Engine.Journals;

/// <summary>A connection for reading. SQLite lets it read while others write; what it reads is always a committed state.</summary>
internal static class JournalReader
{
    /// <summary>Reads, or gives the alternative while there is no journal.</summary>
    public static Task<T> ReadAsync<T>(string path, Func<Statements, T> read, T none, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                if (Schema.OpenForReading(path) is not { } connection)
                {
                    return none;
                }

                using var statements = new Statements(connection);
                return read(statements);
            },
            cancellationToken);
}
