using System.Text.Json;
using BlueGreenServerless.Serialization;
using Microsoft.Data.Sqlite;

namespace BlueGreenServerless.Providers.Local.Store;

/// <summary>SQL inside one transaction. Parameters are <c>$1</c>, <c>$2</c>, …</summary>
internal sealed class StoreTransaction(SqliteConnection connection, SqliteTransaction transaction)
{
    public void Write(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>The bodies in the first column of the answer.</summary>
    public List<T> Bodies<T>(string sql, params ReadOnlySpan<object?> values) => Texts(sql, values).ConvertAll(FromText<T>);

    /// <summary>The first column of the answer.</summary>
    public List<string> Texts(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    public T? Body<T>(string sql, params ReadOnlySpan<object?> values)
        where T : class =>
        Bodies<T>(sql, values).FirstOrDefault();

    public TRow? Row<TRow>(string sql, Func<SqliteDataReader, TRow> read, params ReadOnlySpan<object?> values)
        where TRow : class
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public static string ToText<T>(T value) => JsonSerializer.Serialize(value, ReleaseJson.Options);

    private static T FromText<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, ReleaseJson.Options) ?? throw new JsonException($"The store holds null instead of a {typeof(T).Name}.");

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        }

        return command;
    }
}
