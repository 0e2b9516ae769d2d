using System.Text;
using BlueGreenServerless.Configuration.Shapes;

namespace BlueGreenServerless.Configuration.Reference;

/// <summary>A record of the file as a table of its keys, followed by those of the records inside it.</summary>
internal static class KeyTable
{
    public static void Write(StringBuilder text, RecordShape record, string path, string heading)
    {
        if (path.Length > 0)
        {
            text.Append(heading).Append(" `").Append(path).Append("`\n\n");
        }

        text.Append(record.Description).Append(record.Description.Length == 0 ? "" : "\n\n");
        text.Append("| key | type | default | range | meaning |\n|---|---|---|---|---|\n");
        foreach (var key in record.Keys)
        {
            text.Append("| `").Append(Join(path, key.Name)).Append("` | ").Append(Cell(TypeOf(key.Shape))).Append(" | ").Append(Cell(Defaults.Words(key)))
                .Append(" | ").Append(Cell(Range(key))).Append(" | ").Append(Cell(key.Description)).Append(" |\n");
        }

        text.Append('\n');
        foreach (var key in record.Keys)
        {
            WriteInner(text, key.Shape, Join(path, key.Name), heading);
        }
    }

    private static void WriteInner(StringBuilder text, Shape shape, string path, string heading)
    {
        switch (shape)
        {
            case RecordShape record:
                Write(text, record, path, heading);
                break;
            case ListShape list:
                WriteInner(text, list.Item, path + "[]", heading);
                break;
            case MapShape map:
                WriteInner(text, map.Value, path + ".*", heading);
                break;
        }
    }

    private static string TypeOf(Shape shape) => shape switch
    {
        ScalarShape scalar => scalar.Scalar.Name,
        ListShape { Item: RecordShape } => "list of keys, see below",
        ListShape { Item: ScalarShape item } => $"list of {item.Scalar.Plural}",
        ListShape list => $"list of {TypeOf(list.Item)}",
        MapShape map => $"map of {TypeOf(map.Value)}",
        BindingShape binding => $"provider and options ({binding.Port.ToString().ToLowerInvariant()})",
        _ => "keys, see below",
    };

    private static string Range(KeyShape key)
    {
        var limits = string.Join("; ", new[] { LimitsOf(key.Shape, key.Limits), key.Shape is ListShape or MapShape ? Allowed.CountsOf(key.Limits) : "" }.Where(part => part.Length > 0));
        return limits.Length == 0 ? "–" : limits;
    }

    private static string LimitsOf(Shape shape, Limits limits) => shape switch
    {
        ScalarShape scalar => Allowed.LimitsOf(scalar.Scalar, limits),
        ListShape list => LimitsOf(list.Item, limits),
        MapShape map => LimitsOf(map.Value, limits),
        _ => "",
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
