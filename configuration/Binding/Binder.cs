using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Configuration.Syntax;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration.Binding;

/// <summary>
/// Reads a tree of nodes by a shape into the JSON that the shape's record is made of. Goes on after a fault, so that
/// all faults of a file are found at once; what has a fault is null.
/// </summary>
internal sealed class Binder
{
    private readonly FaultList _faults;
    private readonly RecordBinder _records;
    private readonly PortBinder _ports;

    public Binder(IReadOnlyList<IProvider> providers, BoundFile file, FaultList faults)
    {
        _faults = faults;
        _records = new RecordBinder(this, file, faults);
        _ports = new PortBinder(_records, providers, faults);
        File = file;
    }

    public BoundFile File { get; }

    public JsonNode? Bind(YamlNode node, KeyShape key, string path)
    {
        var value = (node, key.Shape) switch
        {
            (BrokenNode, _) => null,
            (ScalarNode scalar, ScalarShape shape) => BindScalar(scalar, shape, key, path),
            (ListNode list, ListShape shape) => BindList(list, shape, key, path),
            (MapNode map, MapShape shape) => BindMap(map, shape, key, path),
            (MapNode map, RecordShape shape) => _records.Bind(map, map.Entries, shape, path),
            (MapNode map, BindingShape shape) => _ports.Bind(map, shape, path),
            _ => WrongKind(node, key, path),
        };
        File.Add(path, node.At, value);
        return value;
    }

    private JsonNode? BindScalar(ScalarNode node, ScalarShape shape, KeyShape key, string path)
    {
        var value = node.IsNull ? null : shape.Scalar.Parse(node.Text, node.Plain);
        var problem = (node.IsNull, value) switch
        {
            (true, _) => "has no value",
            (_, null) => $"is not {(shape.Scalar is Scalars.WordScalar ? "one of the words" : Article(shape.Scalar.Name))}",
            _ => ScalarCheck.Problem(shape.Scalar, key.Limits, value),
        };
        return problem is null ? JsonSerializer.SerializeToNode(value, ReleaseJson.Options) : Refuse(node, shape, key, path, problem, value is null);
    }

    private JsonValue? Refuse(ScalarNode node, ScalarShape shape, KeyShape key, string path, string problem, bool misread)
    {
        var shown = shape.Scalar.Confidential ? "its value is not shown" : Quote.Text(node.Text);
        var advice = (misread && !node.IsNull ? shape.Scalar.Hint(node.Text) : null) ?? Advice(key);
        _faults.Add(node.At, $"'{path}' {problem}: {shown} — allowed: {Allowed.Describe(shape, key.Limits)}; {advice}");
        return null;
    }

    private JsonArray? BindList(ListNode list, ListShape shape, KeyShape key, string path)
    {
        var item = key with { Shape = shape.Item, Required = true, Default = null };
        var values = list.Items.Select((node, i) => Bind(node, item, $"{path}[{i}]")).ToList();
        return CountIsRight(list, values.Count, key, path) && values.TrueForAll(value => value is not null) ? new JsonArray([.. values]) : null;
    }

    private JsonObject? BindMap(MapNode map, MapShape shape, KeyShape key, string path)
    {
        var item = key with { Shape = shape.Value, Required = true, Default = null };
        var values = new JsonObject();
        foreach (var entry in map.Entries)
        {
            values[entry.Key.Text] = KeyIsText(entry.Key, path) ? Bind(entry.Value, item, $"{path}.{entry.Key.Text}") : null;
        }

        return CountIsRight(map, values.Count, key, path) && values.All(value => value.Value is not null) ? values : null;
    }

    private bool KeyIsText(ScalarNode key, string path)
    {
        var problem = ScalarCheck.Problem(new Scalars.TextScalar(), Limits.None with { MaxLength = 256 }, key.Text);
        if (problem is not null)
        {
            _faults.Add(key.At, $"a key of '{path}' {problem}: {Quote.Text(key.Text)} — allowed: text of 1 to 256 characters on one line; correct it");
        }

        return problem is null;
    }

    private bool CountIsRight(YamlNode node, int count, KeyShape key, string path)
    {
        var right = count >= key.Limits.MinCount && count <= key.Limits.MaxCount;
        if (!right)
        {
            _faults.Add(node.At, $"'{path}' has too {(count < key.Limits.MinCount ? "few" : "many")} entries: '{count}' — allowed: {key.Limits.MinCount} to {key.Limits.MaxCount}; {Advice(key)}");
        }

        return right;
    }

    private JsonNode? WrongKind(YamlNode node, KeyShape key, string path)
    {
        var name = path.Length == 0 ? "the file" : $"'{path}'";
        var shown = key.Shape is ScalarShape { Scalar.Confidential: true } && node is MapNode ? "a map" : Kinds.Of(node);
        _faults.Add(node.At, $"{name} is {shown} — allowed: {Allowed.Describe(key.Shape, key.Limits)}; {(IsLoneItem(node, key) ? "write it as a list: [value]" : Advice(key))}");
        return null;
    }

    private static bool IsLoneItem(YamlNode node, KeyShape key) => (node, key.Shape) is (ScalarNode { IsNull: false }, ListShape { Item: ScalarShape }) or (MapNode, ListShape { Item: RecordShape });

    private static string Advice(KeyShape key) => key switch
    {
        { Default: not null, Shape: ScalarShape shape } => $"correct it, or leave the key out for the default '{shape.Scalar.Write(key.Default)}'",
        { Required: false } => "correct it, or leave the key out",
        _ => "correct it",
    };

    private static string Article(string noun) => noun is "text" or "true or false" ? noun : (noun[0] is 'a' or 'o' ? "an " : "a ") + noun;
}
