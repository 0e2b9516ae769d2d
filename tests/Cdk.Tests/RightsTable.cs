using System.Text;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>The table of rights in the documentation: what every function and every machine may do, on what.</summary>
internal static class RightsTable
{
    private static readonly string[] _same = ["logs:CreateLogStream", "xray:PutTraceSegments"];

    public static string Of(JsonNode template)
    {
        var text = new StringBuilder("| function or machine | actions | on |\n|---|---|---|\n");
        foreach (var (name, role) in Roles(template).OrderBy(pair => pair.Name, StringComparer.Ordinal))
        {
            foreach (var statement in template.StatementsOf(role).Where(statement => !statement["Action"].Texts().Intersect(_same, StringComparer.Ordinal).Any()))
            {
                text.Append("| ").Append(name).Append(" | ").AppendJoin(", ", statement["Action"].Texts().Select(Quoted)).Append(" | ")
                    .AppendJoin(", ", Places(statement["Resource"]!)).Append(Condition(statement["Condition"])).Append(" |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string Role)> Roles(JsonNode template) =>
        template.Resources("AWS::Lambda::Function").Select(one => ((string)one.Value.Property("FunctionName")!, one.Value.Property("Role").References().Single()))
            .Concat(template.Resources("AWS::StepFunctions::StateMachine").Select(one => ((string)one.Value.Property("StateMachineName")!, one.Value.Property("RoleArn").References().Single())));

    private static IEnumerable<string> Places(JsonNode resource) => (resource is JsonArray list ? list.Select(TemplateText.Of) : [TemplateText.Of(resource)]).Select(Quoted);

    private static string Condition(JsonNode? condition) => condition is null ? "" : ", where " + string.Join(
        " and ", condition.AsObject().SelectMany(operation => operation.Value!.AsObject())
            .Select(key => $"{Quoted(key.Key)} is {string.Join(" or ", (key.Value is JsonArray values ? values.Select(TemplateText.Of) : [TemplateText.Of(key.Value)]).Select(Quoted))}"));

    private static string Quoted(string text) => $"`{text}`";
}
