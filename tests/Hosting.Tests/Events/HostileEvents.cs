using System.Text.Json.Nodes;
using BlueGreenServerless.Functions.Hosting.Triggers;

namespace BlueGreenServerless.Hosting.Tests.Events;

/// <summary>Events that must be refused: each a good event with one thing wrong.</summary>
internal static class HostileEvents
{
    private static readonly string[] _keys =
    [
        "shop/1.0/a'b.tgz", "shop/1.0/a\"b.tgz", "shop/1.0/a\nb.tgz", "shop/1.0/$(reboot).tgz", "shop/1.0/`id`.tgz", "shop/1.0/a;b.tgz", "shop/1.0/a b.tgz",
        "shop/1.0/ünï.tgz", "shop/1.0/\u202egnp.tgz", "shop/1.0/a\u0000b.tgz", "shop/../x.tgz", "shop/1.0/../../x", "../shop/1.0/x.tgz", "/shop/1.0/x.tgz", "shop//x.tgz",
        "shop/1.0", "x.tgz", "shop/1.0/a/b.tgz", "SHOP/1.0/x.tgz", "-shop/1.0/x.tgz", "shop/-1/x.tgz", "shop/1..0/x.tgz", "shop/1.0/.hidden", "unknown/1.0/x.tgz",
        "shop/" + new string('1', 65) + "/x.tgz", "shop/1.0/" + new string('x', 300), new string('a', 1025), "shop/1.0/{{version}}", "shop/1.0/%2e%2e", "shop/1.0/a\\b",
    ];

    private static readonly string[] _raw =
    [
        "", "null", "[]", "42", "\"event\"", "{", "{\"a\":1}{\"a\":2}", "{\"id\":\"1\",\"id\":\"2\"}", "{'id':1}", "\uFEFF", new string('[', 5000), "{\"detail\":\"\\ud800\"}",
        "{\"id\":\"" + new string('x', 300_000) + "\"}",
    ];

    public static IEnumerable<(string Trigger, string Name, string Json)> All() =>
        [.. Raw(), .. Keys(), .. Envelopes(), .. Requests(), .. Artifacts(), .. Jobs(), .. Others()];

    private static IEnumerable<(string, string, string)> Raw() => _raw.Select((text, number) => (nameof(OnRequest), $"raw {number}", text));

    private static IEnumerable<(string, string, string)> Keys() => _keys.Select((key, number) => (nameof(OnArtifact), $"key {number}", Samples.Artifact(key)));

    private static IEnumerable<(string, string, string)> Envelopes() =>
    [
        Changed(nameof(OnArtifact), "another account", Samples.Artifact(), root => root["account"] = "999999999999"),
        Changed(nameof(OnArtifact), "another source", Samples.Artifact(), root => root["source"] = "aws.s3.evil"),
        Changed(nameof(OnArtifact), "another kind", Samples.Artifact(), root => root["detail-type"] = "Object Deleted"),
        Changed(nameof(OnArtifact), "no time", Samples.Artifact(), root => root.Remove("time")),
        Changed(nameof(OnArtifact), "no such time", Samples.Artifact(), root => root["time"] = "yesterday"),
        Changed(nameof(OnArtifact), "no detail", Samples.Artifact(), root => root.Remove("detail")),
        Changed(nameof(OnArtifact), "a list as detail", Samples.Artifact(), root => root["detail"] = new JsonArray()),
        Changed(nameof(OnAlarm), "another account's alarm", Samples.Alarm(), root => root["account"] = ""),
        Changed(nameof(OnExecution), "a number as source", Samples.Execution(), root => root["source"] = 7),
    ];

    private static IEnumerable<(string, string, string)> Artifacts() =>
    [
        Changed(nameof(OnArtifact), "another bucket", Samples.Artifact(), root => root["detail"]!["bucket"]!["name"] = "other"),
        Changed(nameof(OnArtifact), "no bucket", Samples.Artifact(), root => root["detail"]!.AsObject().Remove("bucket")),
        Changed(nameof(OnArtifact), "no version", Samples.Artifact(), root => root["detail"]!["object"]!.AsObject().Remove("version-id")),
        Changed(nameof(OnArtifact), "a version with a query", Samples.Artifact(), root => root["detail"]!["object"]!["version-id"] = "x&y=z"),
        Changed(nameof(OnArtifact), "an object as key", Samples.Artifact(), root => root["detail"]!["object"]!["key"] = new JsonObject()),
    ];

    private static IEnumerable<(string, string, string)> Requests() => new (string, JsonNode?)[]
    {
        ("app", "Shop"), ("app", "../shop"), ("app", null), ("app", "nobody"), ("version", "$(id)"), ("version", ""), ("version", "1 2"), ("version", 2),
        ("artifact", "s3://other/x"), ("artifact", "http://artifacts/x"), ("artifact", "s3://artifacts/a%0ab"), ("artifact", "s3://artifacts/a'b"), ("artifact", "file:///etc/passwd"),
        ("sha256", "abc"), ("attempt", 0), ("attempt", "1"), ("configuration", "app: ["), ("configuration", "app: other\ninstall: {directory: /x}\ntargets: []"), ("surprise", 1),
    }.Select(change => Changed(nameof(OnRequest), $"{change.Item1} {change.Item2}", Samples.Request(), root => root["detail"]![change.Item1] = change.Item2));

    private static IEnumerable<(string, string, string)> Jobs() =>
    [
        (nameof(OnPipeline), "no job", "{}"),
        Changed(nameof(OnPipeline), "another account's job", Samples.Pipeline(), root => root["CodePipeline.job"]!["accountId"] = "1"),
        Changed(nameof(OnPipeline), "a job's id with a path", Samples.Pipeline(), root => root["CodePipeline.job"]!["id"] = "../../x"),
    ];

    private static IEnumerable<(string, string, string)> Others() =>
    [
        Changed(nameof(OnAlarm), "no name", Samples.Alarm(), root => root["detail"]!.AsObject().Remove("alarmName")),
        Changed(nameof(OnAlarm), "no state", Samples.Alarm(), root => root["detail"]!.AsObject().Remove("state")),
        Changed(nameof(OnExecution), "no status", Samples.Execution(), root => root["detail"]!.AsObject().Remove("status")),
        Changed(nameof(OnExecution), "a long name", Samples.Execution(), root => root["detail"]!["name"] = new string('n', 81)),
    ];

    private static (string, string, string) Changed(string trigger, string name, string json, Action<JsonObject> change)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        change(root);
        return (trigger, name, root.ToJsonString());
    }
}
