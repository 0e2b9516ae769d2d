using System.Text.RegularExpressions;

namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Fills the names in rights with what the stack is and what the deployment says.</summary>
/// <param name="state">ARN of the state's bucket.</param>
/// <param name="given">Values by name; a name with several values makes several texts.</param>
internal sealed partial class Placeholders(Stack stack, string state, IReadOnlyDictionary<string, IReadOnlyList<string>> given)
{
    /// <summary>The names in a text that a deployment may say.</summary>
    public static IEnumerable<string> NamesIn(string text) =>
        Form().Matches(text).Select(match => match.Groups["name"].Value).Where(name => name is not ("partition" or "region" or "account" or "state"));

    /// <summary>None when a name has no value.</summary>
    public IEnumerable<string> Fill(string text) =>
        Form().Match(text) is { Success: true } found
            ? from value in Values(found)
              from rest in Fill(text[(found.Index + found.Length)..])
              select text[..found.Index] + value + rest
            : [text];

    private IReadOnlyList<string> Values(Match found) => found.Groups["name"].Value switch
    {
        "partition" => [stack.Partition],
        "region" => [stack.Region],
        "account" => [stack.Account],
        "state" => [state],
        var name => given.TryGetValue(name, out var values) && values.Count > 0 ? values : found.Groups["default"] is { Success: true, Value: var text } ? text.Split(',') : [],
    };

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)(:(?<default>[^{}]*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
