using System.Text.Json;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.StateMachine.Tests.Linting;

/// <summary>What may stand in a text: paths that name one place, and no address of somebody's account.</summary>
public static partial class TextRules
{
    public static IEnumerable<string> ReferencePath(JsonElement machine) =>
        from text in Texts(machine, string.Empty)
        where text.Field.EndsWith("Path", StringComparison.Ordinal) || text.Field.EndsWith(".$", StringComparison.Ordinal) || text.Field == "Variable"
        where !Reference().IsMatch(text.Value) && !Format().IsMatch(text.Value)
        select $"'{text.Field}' is '{text.Value}', neither a reference path nor one States.Format of reference paths";

    public static IEnumerable<string> NoArn(JsonElement machine) =>
        from text in Texts(machine, string.Empty)
        where Arn().IsMatch(text.Value)
        select $"'{text.Field}' is '{text.Value}': the outside world comes by substitution";

    private static IEnumerable<(string Field, string Value)> Texts(JsonElement at, string field) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(member => Texts(member.Value, member.Name)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(item => Texts(item, field)),
        JsonValueKind.String => [(field, at.GetString()!)],
        _ => [],
    };

    [GeneratedRegex(@"^\$\$?(\.[A-Za-z_][A-Za-z0-9_]*|\[[0-9]+\])*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^States\.Format\('[^']*'(, \$(\.[A-Za-z_][A-Za-z0-9_]*)+)+\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Format();

    [GeneratedRegex(@"arn:(?!aws:states:::)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arn();
}
