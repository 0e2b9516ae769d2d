using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Engine.Running;

/// <summary>What an execution may be called.</summary>
internal static partial class ExecutionNames
{
    /// <exception cref="InvalidRequestException">It is not 1 to 80 of the allowed characters.</exception>
    public static void Check(string name)
    {
        if (!Allowed().IsMatch(name))
        {
            throw new InvalidRequestException(
                $"An execution cannot be called '{name}'. Allowed are 1 to 80 letters, digits, '-' and '_'. Choose such a name.");
        }
    }

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{1,80}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Allowed();
}
