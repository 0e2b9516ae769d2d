using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Resources;

/// <summary>What the .NET Lambda runtime makes of an exception: its class name, and a JSON text with type and message.</summary>
internal static class FunctionFailure
{
    public static StateFailedException From(Exception failure)
    {
        var type = failure.GetType().Name;
        var cause = JsonText.Object(("errorType", JsonText.String(type)), ("errorMessage", JsonText.String(failure.Message)));
        return new StateFailedException(type, JsonText.Compact(cause));
    }
}
