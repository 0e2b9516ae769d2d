using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Where a secret is: <c>env:NAME</c> or <c>file:/path</c>. The secret itself is read when it is used and kept nowhere.</summary>
internal sealed partial record HaproxySecret(string? Variable, string? File)
{
    public static HaproxySecret? Parse(string reference)
    {
        var match = Pattern().Match(reference);
        return !match.Success ? null
            : match.Groups["name"].Success ? new HaproxySecret(match.Groups["name"].Value, null)
            : HaproxyWord.IsPath(match.Groups["path"].Value) ? new HaproxySecret(null, match.Groups["path"].Value)
            : null;
    }

    /// <summary>The value of <c>env:NAME</c>; null for a file, which is read on HAProxy's machine.</summary>
    /// <exception cref="InvalidRequestException">The variable is not set.</exception>
    public string? FromEnvironment() =>
        Variable is null ? null
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value
        : throw new InvalidRequestException(
            $"The password of the statistics page is said to be in the environment variable '{Variable}', which is not set. Set it, or name a file with 'file:/path'.");

    [GeneratedRegex(@"\A(env:(?<name>[A-Za-z_][A-Za-z0-9_]{0,127})|file:(?<path>/.+))\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
