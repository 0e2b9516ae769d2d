using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Language;

/// <summary>Where a result goes in the state's input: replaces it (<c>$</c>, the default), into a field, or nowhere (null).</summary>
internal sealed class ResultPath
{
    private readonly ReferencePath? path;

    private ResultPath(ReferencePath? path) => this.path = path;

    public static ResultPath Read(Fields fields)
    {
        var raw = fields.Raw("ResultPath");
        if (raw is { ValueKind: JsonValueKind.Null })
        {
            return new ResultPath(null);
        }

        var chosen = raw is null ? PathParser.Parse("$", out _) : fields.Path("ResultPath");
        if (chosen is { IsContext: true })
        {
            fields.Report($"the field 'ResultPath' is '{chosen}'. The context object cannot be written to; a path starts with a single '$'");
        }

        return new ResultPath(chosen);
    }

    public JsonElement Apply(JsonElement rawInput, JsonElement result) =>
        path is null ? rawInput : DataLimit.Check(path.Set(rawInput, result), "The state's output");
}
