using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Syntax;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration.Binding;

/// <summary>What was written where in the user's file, by path: <c>strategy.pause</c>, <c>targets[0].router</c>.</summary>
internal sealed class BoundFile
{
    private readonly Dictionary<string, (Place At, JsonNode? Value)> _written = new(StringComparer.Ordinal);

    /// <param name="value">Null when it has faults.</param>
    public void Add(string path, Place at, JsonNode? value) => _written[path] = (at, value);

    public bool Has(string path) => _written.ContainsKey(path);

    /// <summary>The place of a key's value, or of the nearest thing around it that was written.</summary>
    public Place At(string path)
    {
        while (path.Length > 0)
        {
            if (_written.TryGetValue(path, out var entry))
            {
                return entry.At;
            }

            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return _written.TryGetValue("", out var root) ? root.At : Place.Start;
    }

    /// <summary>A part of the file as its record; the defaults when it was left out, null when it has faults.</summary>
    public T? Section<T>(string path)
        where T : class, new() => Has(path) ? Value<T>(path) : new T();

    /// <summary>A part of the file as its record; null when it was left out or has faults.</summary>
    public T? Value<T>(string path)
        where T : class => _written.TryGetValue(path, out var entry) ? entry.Value?.Deserialize<T>(ReleaseJson.Options) : null;

    /// <summary>The paths of the items of a list: <c>targets[0]</c>, <c>targets[1]</c>…</summary>
    public IEnumerable<string> Items(string list)
    {
        for (var i = 0; Has($"{list}[{i}]"); i++)
        {
            yield return $"{list}[{i}]";
        }
    }
}
