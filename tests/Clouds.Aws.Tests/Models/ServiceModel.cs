using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Tests.Models;

/// <summary>AWS's own description of a service, from Debian's python3-botocore.</summary>
internal sealed class ServiceModel
{
    private const string Folder = "/usr/lib/python3/dist-packages/botocore/data";

    private static readonly Dictionary<string, string> Folders = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["s3"] = "s3", ["elasticloadbalancing"] = "elbv2", ["monitoring"] = "cloudwatch",
        ["autoscaling"] = "autoscaling", ["sts"] = "sts", ["ssm"] = "ssm", ["states"] = "stepfunctions",
        ["events"] = "events", ["codepipeline"] = "codepipeline",
    };

    private static readonly ConcurrentDictionary<string, ServiceModel> Read = new(StringComparer.Ordinal);

    private readonly JsonNode description;

    private ServiceModel(string signingName)
    {
        var version = Directory.GetDirectories(Path.Combine(Folder, Folders[signingName])).Max(StringComparer.Ordinal)!;
        description = JsonNode.Parse(File.ReadAllText(Path.Combine(version, "service-2.json")))!;
        if (signingName == "monitoring")
        {
            // Newer than Debian's model, and the only sure sign that an alarm has flipped
            Shape("MetricAlarm")["members"]!["StateTransitionedTimestamp"] ??= new JsonObject { ["shape"] = "Timestamp" };
        }
    }

    public string Protocol => description["metadata"]!["protocol"]!.ToString();

    /// <param name="signingName">As in signatures.</param>
    public static ServiceModel Of(string signingName) => Read.GetOrAdd(signingName, name => new ServiceModel(name));

    public JsonNode? Operation(string name) => description["operations"]![name];

    public JsonNode Shape(string name) => description["shapes"]![name]!;

    public JsonNode ShapeOf(JsonNode member) => Shape(member["shape"]!.ToString());

    /// <summary>Codes on the wire of the operation's declared errors.</summary>
    public IEnumerable<string> Errors(JsonNode operation) =>
        from error in operation["errors"]?.AsArray() ?? []
        let name = error!["shape"]!.ToString()
        select Shape(name)["error"]?["code"]?.ToString() ?? name;
}
