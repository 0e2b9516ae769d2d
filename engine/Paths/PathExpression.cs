using System.Text.Json;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Paths;

internal sealed class PathExpression(ReferencePath path, string field) : IExpression
{
    public JsonElement Evaluate(Scope scope) => scope.Get(path, field, ErrorNames.ParameterPathFailure);
}
