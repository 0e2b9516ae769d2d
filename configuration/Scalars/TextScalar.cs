using System.Text.Json.Nodes;

namespace BlueGreenServerless.Configuration.Scalars;

public sealed class TextScalar : Scalar
{
    public override string Name => "text";

    public override string Plural => "text";

    public override string Form => "text";

    public override object Parse(string text, bool plain) => text;

    public override string Write(object value) => (string)value;

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };
}
