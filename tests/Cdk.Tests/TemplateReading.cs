using System.Text.Json.Nodes;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>Reads a template.</summary>
internal static class TemplateReading
{
    public static IEnumerable<KeyValuePair<string, JsonNode>> Resources(this JsonNode template, string type) =>
        template["Resources"]!.AsObject().Where(resource => (string?)resource.Value!["Type"] == type).Select(resource => new KeyValuePair<string, JsonNode>(resource.Key, resource.Value!));

    public static JsonNode? Property(this JsonNode resource, string name) => resource["Properties"]?[name];

    /// <summary>Every statement of every policy of a template, those within roles too.</summary>
    public static IEnumerable<JsonNode> Statements(this JsonNode template) =>
        template.Resources("AWS::IAM::Policy").SelectMany(policy => policy.Value.Property("PolicyDocument")!["Statement"]!.AsArray())
            .Concat(template.Resources("AWS::IAM::Role").SelectMany(role => role.Value.Property("Policies")?.AsArray() ?? []).SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray()))
            .Select(statement => statement!);

    public static IEnumerable<string> Texts(this JsonNode? value) =>
        value switch { null => [], JsonArray list => list.Select(item => item!.ToJsonString().Trim('"')), _ => [value.ToJsonString().Trim('"')] };

    /// <summary>What a Ref or GetAtt in a value points to.</summary>
    public static IEnumerable<string> References(this JsonNode? value) => value switch
    {
        JsonObject item when item["Ref"] is { } reference => [(string)reference!],
        JsonObject item when item["Fn::GetAtt"] is JsonArray attribute => [(string)attribute[0]!],
        JsonObject item => item.SelectMany(member => member.Value.References()),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    /// <summary>Statements of the policies that are attached to a role.</summary>
    public static IEnumerable<JsonNode> StatementsOf(this JsonNode template, string role) =>
        template.Resources("AWS::IAM::Policy").Where(policy => policy.Value.Property("Roles").References().Contains(role, StringComparer.Ordinal))
            .SelectMany(policy => policy.Value.Property("PolicyDocument")!["Statement"]!.AsArray()).Select(statement => statement!);
}
