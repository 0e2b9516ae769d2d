using System.Text.Json;
using BlueGreenServerless.Engine.Documents;

namespace BlueGreenServerless.Engine.Intrinsics;

internal static class MathFunctions
{
    public static JsonElement MathAdd(Arguments arguments) => JsonText.Number(arguments.Exactly(2).Number(0) + arguments.Number(1));

    /// <summary>From the first number up to below the second. A seed (third argument) makes it repeatable.</summary>
    public static JsonElement MathRandom(Arguments arguments)
    {
        if (arguments.Count is < 2 or > 3)
        {
            throw new FormatException($"it takes 2 or 3 arguments, not {arguments.Count}.");
        }

        int low = arguments.Integer(0), high = arguments.Integer(1);
        if (low >= high)
        {
            throw new FormatException($"'{low}' is not below '{high}'.");
        }

        return JsonText.Number(low + (int)(Share(arguments) * ((long)high - low)));
    }

    // repeatable chance is what the caller asks for with a seed; it protects nothing
    private static double Share(Arguments arguments) =>
        arguments.Count == 3 ? new Random(arguments.Integer(2)).NextDouble() : arguments.Scope.NextRandom();
}
