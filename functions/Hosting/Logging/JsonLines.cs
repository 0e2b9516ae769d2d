using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Hosting.Logging;

/// <summary>
/// Writes a log entry as one line of JSON, with the fields of its message and of the call around it. Whatever a value contains, it
/// stays inside its field and on its line.
/// </summary>
public sealed class JsonLines(TextWriter output, TimeProvider time)
{
    private const int LongestValue = 2000;
    private static readonly JsonWriterOptions _format = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>The fields of the call that is being worked on.</summary>
    public LoggerExternalScopeProvider Scopes { get; } = new();

    public void Write(LogLevel level, string category, string message, IEnumerable<KeyValuePair<string, object?>> fields, Exception? exception)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Scopes.ForEachScope(static (scope, all) => Add(all, scope as IEnumerable<KeyValuePair<string, object?>> ?? []), values);
        Add(values, fields);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _format))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("level", level.ToString());
            json.WriteString("category", category);
            json.WriteString("message", Short(message));
            foreach (var (name, value) in values)
            {
                json.WriteString(name, value);
            }

            WriteException(json, exception);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteException(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is not null)
        {
            json.WriteString("exception", Short(exception.ToString()));
        }
    }

    private static void Add(SortedDictionary<string, string> values, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        foreach (var (name, value) in fields)
        {
            if (value is not null && name != "{OriginalFormat}")
            {
                values[char.ToLowerInvariant(name[0]) + name[1..]] = Short(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            }
        }
    }

    private static string Short(string text) => text.Length > LongestValue ? text[..LongestValue] + "…" : text;
}
