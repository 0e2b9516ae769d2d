using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>What a function of the template may do, in the words of <see cref="WireActions"/>; its own log, trace and dead letters left out.</summary>
internal static partial class GrantedActions
{
    private static readonly string[] _own = ["logs:", "xray:", "sqs:"];

    public static IEnumerable<string> Of(JsonNode template, string function)
    {
        var resource = template.Resources("AWS::Lambda::Function").Single(one => (string?)one.Value.Property("FunctionName") == function);
        return template.StatementsOf(resource.Value.Property("Role").References().Single())
            .SelectMany(statement => statement["Action"].Texts().SelectMany(action => Places(action, statement["Resource"]!).Select(place => action + place)))
            .Where(action => !_own.Any(own => action.StartsWith(own, StringComparison.Ordinal))).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Places(string action, JsonNode resource) =>
        action.StartsWith("s3:", StringComparison.Ordinal) ? resource.References().Select(id => id.Contains("Artifacts", StringComparison.Ordinal) ? " artifacts" : " state")
            : action is "states:StartExecution" or "states:DescribeExecution" ? Machine().Matches(resource.ToJsonString()).Select(match => " " + match.Groups["name"].Value)
            : [""];

    [GeneratedRegex("(stateMachine|execution):bluegreen-(?<name>[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Machine();
}
