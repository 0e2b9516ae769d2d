using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Configuration.Syntax;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration.Binding;

/// <summary>Reads a map of fixed keys.</summary>
internal sealed class RecordBinder(Binder binder, BoundFile file, FaultList faults)
{
    /// <param name="entries">The entries of <paramref name="map"/> that are keys of the record.</param>
    public JsonObject? Bind(MapNode map, IReadOnlyList<MapEntry> entries, RecordShape shape, string path)
    {
        var values = new JsonObject();
        var sound = true;
        foreach (var entry in entries)
        {
            var value = BindKey(entry, shape, path);
            sound &= value is not null;
            values[entry.Key.Text] = value;
        }

        foreach (var missing in shape.Keys.Where(key => key.Required && !values.ContainsKey(key.Name)))
        {
            sound = false;
            if (IsMisspelt(missing, values, shape))
            {
                continue;
            }

            faults.Add(map.At, $"missing key '{missing.Name}' {Where(path)} — allowed: {Allowed.Describe(missing.Shape, missing.Limits)}; add '{missing.Name}:'");
        }

        return sound && RecordAgrees(values, shape, map, path) ? values : null;
    }

    private JsonNode? BindKey(MapEntry entry, RecordShape shape, string path)
    {
        var name = entry.Key.Text;
        if (shape.Keys.FirstOrDefault(key => key.Name == name) is { } known)
        {
            return binder.Bind(entry.Value, known, path.Length == 0 ? name : $"{path}.{name}");
        }

        var allowed = shape.Keys.Count == 0 ? "no keys" : Allowed.Names(shape);
        // past the faults that are shown nobody reads a suggestion, and a hostile file would make very many
        var advice = (faults.Count > ConfigurationResult.MaxFaults ? null : Suggestion.For(name, NamesOf(shape)) ?? KeyHomes.Advice(name)) ?? "remove it, or use one of these";
        faults.Add(entry.Key.At, $"unknown key {Quote.Text(name)} — allowed: {allowed}; {advice}");
        return null;
    }

    // a misspelt key has been reported as unknown; that it is missing is the same mistake
    private static bool IsMisspelt(KeyShape missing, JsonObject values, RecordShape shape)
    {
        var names = NamesOf(shape).ToList();
        return values.Take(ConfigurationResult.MaxFaults).Any(value => !names.Contains(value.Key, StringComparer.Ordinal) && Suggestion.Nearest(value.Key, names) == missing.Name);
    }

    private static IEnumerable<string> NamesOf(RecordShape shape) => shape.Keys.Select(key => key.Name);

    // a record that judges itself as a whole, as the options of a provider may
    private bool RecordAgrees(JsonObject values, RecordShape shape, MapNode map, string path)
    {
        if (!shape.Type.IsAssignableTo(typeof(IValidatableObject)))
        {
            return true;
        }

        var record = (IValidatableObject)values.Deserialize(shape.Type, ReleaseJson.Options)!;
        var results = record.Validate(new ValidationContext(record)).Where(result => result != ValidationResult.Success).ToList();
        foreach (var result in results)
        {
            var member = result.MemberNames.Select(JsonNamingPolicy.CamelCase.ConvertName).FirstOrDefault(name => values.ContainsKey(name));
            faults.Add(member is null ? map.At : file.At($"{path}.{member}"), $"'{path}' does not fit together: {result.ErrorMessage}");
        }

        return results.Count == 0;
    }

    private static string Where(string path) => path.Length == 0 ? "at the top of the file" : $"in '{path}'";
}
