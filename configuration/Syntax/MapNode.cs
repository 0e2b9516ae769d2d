namespace BlueGreenServerless.Configuration.Syntax;

/// <param name="Entries">Each key once.</param>
public sealed record MapNode(Place At, IReadOnlyList<MapEntry> Entries) : YamlNode(At)
{
    public MapEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);
}
