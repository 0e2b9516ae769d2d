using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Language;

/// <summary>InputPath and OutputPath: a part of the document, all of it (the default), or <c>{}</c> (null).</summary>
internal sealed class InOutPath
{
    private readonly string field;
    private readonly ReferencePath? path;

    private InOutPath(string field, ReferencePath? path)
    {
        this.field = field;
        this.path = path;
    }

    public static InOutPath Read(Fields fields, string field)
    {
        var raw = fields.Raw(field);
        var chosen = raw is null ? PathParser.Parse("$", out _) : raw.Value.ValueKind == JsonValueKind.Null ? null : fields.Path(field);
        return new InOutPath(field, chosen);
    }

    public JsonElement Apply(Scope scope) => path is null ? JsonText.EmptyObject : scope.Get(path, field);
}
