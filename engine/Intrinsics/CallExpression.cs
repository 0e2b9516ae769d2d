using System.Text.Json;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Intrinsics;

internal sealed class CallExpression(string name, Func<Arguments, JsonElement> function, IReadOnlyList<IExpression> arguments) : IExpression
{
    public JsonElement Evaluate(Scope scope)
    {
        try
        {
            return function(new Arguments([.. arguments.Select(argument => argument.Evaluate(scope))], scope));
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or JsonException)
        {
            throw new StateFailedException(ErrorNames.IntrinsicFailure, $"The intrinsic function '{name}' failed: {failure.Message}");
        }
    }
}
