using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>Templates as people read them.</summary>
internal static partial class TemplateText
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line for each parameter, resource and output, without the digests of what is uploaded, which change with every build.</summary>
    public static string Snapshot(JsonNode template) => string.Concat(
        from part in (string[])["Parameters", "Resources", "Outputs"]
        from entry in template[part]?.AsObject().OrderBy(entry => entry.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, JsonNode?>>()
        select $"{part} {entry.Key} {Digest().Replace(entry.Value!.ToJsonString(_plain), "DIGEST")}\n");

    /// <summary>A value of a policy: <c>arn:PARTITION:states:REGION:ACCOUNT:…</c>.</summary>
    public static string Of(JsonNode? value) => value switch
    {
        JsonObject item when item["Ref"] is { } reference => Named((string)reference!),
        JsonObject item when item["Fn::GetAtt"] is JsonArray attribute => Named((string)attribute[0]!),
        JsonObject item when item["Fn::Join"] is JsonArray join => string.Join((string)join[0]!, join[1]!.AsArray().Select(Of)),
        JsonValue text => text.ToString(),
        _ => value?.ToJsonString(_plain) ?? "",
    };

    private static string Named(string id) => id switch
    {
        "AWS::Partition" => "PARTITION",
        "AWS::Region" => "REGION",
        "AWS::AccountId" => "ACCOUNT",
        _ when id.StartsWith("StorageArtifacts", StringComparison.Ordinal) => "ARTIFACTS-BUCKET",
        _ when id.StartsWith("StorageState", StringComparison.Ordinal) => "STATE-BUCKET",
        _ => LogicalEnd().Replace(id, ""),
    };

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Digest();

    [GeneratedRegex("[0-9A-F]{8}$", RegexOptions.None, 1000)]
    private static partial Regex LogicalEnd();
}
