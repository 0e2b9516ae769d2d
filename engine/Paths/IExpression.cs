using System.Text.Json;

namespace BlueGreenServerless.Engine.Paths;

/// <summary>What stands in a template under a name that ends with <c>.$</c>: a path or a call of an intrinsic function.</summary>
internal interface IExpression
{
    /// <exception cref="Language.StateFailedException">A path finds nothing or a function cannot work with its arguments.</exception>
    JsonElement Evaluate(Scope scope);
}
