using BlueGreenServerless.Configuration.Shapes;

namespace BlueGreenServerless.Configuration.Binding;

/// <summary>Knows in which section a key belongs that stands in the wrong one.</summary>
internal static class KeyHomes
{
    private static readonly ILookup<string, string> Homes = Of(PlanShape.File, "").ToLookup(pair => pair.Name, pair => pair.Home, StringComparer.Ordinal);

    /// <returns>Null when the key belongs nowhere, or in more than one place.</returns>
    public static string? Advice(string key) => Homes[key].ToList() is [{ Length: > 0 } home] ? $"it belongs in '{home}'" : null;

    private static IEnumerable<(string Name, string Home)> Of(RecordShape record, string path) => record.Keys.SelectMany(key =>
        Inner(key.Shape, path.Length == 0 ? key.Name : $"{path}.{key.Name}").Prepend((key.Name, path)));

    private static IEnumerable<(string Name, string Home)> Inner(Shape shape, string path) => shape switch
    {
        RecordShape record => Of(record, path),
        ListShape list => Inner(list.Item, path),
        _ => [],
    };
}
