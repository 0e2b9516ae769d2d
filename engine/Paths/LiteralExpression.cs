using System.Text.Json;

namespace BlueGreenServerless.Engine.Paths;

internal sealed class LiteralExpression(JsonElement value) : IExpression
{
    public JsonElement Evaluate(Scope scope) => value;
}
