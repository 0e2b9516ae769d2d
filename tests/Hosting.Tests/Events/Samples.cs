using System.Text.Json.Nodes;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Hosting.Tests.Events;

/// <summary>Events as AWS sends them.</summary>
internal static class Samples
{
    public const string Account = "123456789012";
    public const string Machines = "arn:aws:states:eu-central-1:123456789012:stateMachine:bluegreen-";
    public const string Job = "11111111-abcd-1111-abcd-111111abcdef";
    public static string Secret { get; } = MarkedSecret.OfAws(SecretNames.Pipeline);

    public const string Configuration = """
        app: shop
        install: { directory: /srv/shop, hooks: { start: ["bin/start"] } }
        targets:
          - name: t1
            router: { provider: haproxy, binds: ["*:80"], blue: ["10.0.0.1:8080"], green: ["10.0.0.2:8080"] }
            hosts: { provider: local, blue: ["/srv/b"], green: ["/srv/g"] }
        """;

    public static string Artifact(string key = "shop/2.0.0/shop.tar.gz", string time = "2026-11-20T12:00:00Z", string version = "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e") => Envelope(
        "aws.s3", "Object Created",
        new JsonObject
        {
            ["version"] = "0", ["bucket"] = new JsonObject { ["name"] = "artifacts" }, ["reason"] = "PutObject",
            ["object"] = new JsonObject { ["key"] = key, ["size"] = 5, ["etag"] = "b1946ac92492d2347c6235b4d2611184", ["version-id"] = version, ["sequencer"] = "00617F08299329D189" },
        },
        time);

    public static string Request() => Envelope(
        "ci.example", "bluegreen.release.requested", new JsonObject { ["app"] = "shop", ["version"] = "2.0.0", ["artifact"] = "s3://artifacts/shop/2.0.0/shop.tar.gz" });

    public static string Alarm(string name = "shop-5xx", string state = "ALARM", string time = "2030-01-01T00:00:00Z") => Envelope(
        "aws.cloudwatch", "CloudWatch Alarm State Change",
        new JsonObject { ["alarmName"] = name, ["state"] = new JsonObject { ["value"] = state, ["timestamp"] = "2019-10-02T17:04:40.989+0000" } }, time);

    public static string Execution(string status = "ABORTED", string machine = "release", string name = "shop-1-abc") => Envelope(
        "aws.states", "Step Functions Execution Status Change",
        new JsonObject { ["stateMachineArn"] = Machines + machine, ["name"] = name, ["status"] = status, ["input"] = null });

    public static string Pipeline(string? continuation = null) => new JsonObject
    {
        ["CodePipeline.job"] = new JsonObject
        {
            ["id"] = Job, ["accountId"] = Account,
            ["data"] = new JsonObject
            {
                ["actionConfiguration"] = new JsonObject { ["configuration"] = new JsonObject { ["FunctionName"] = "bluegreen-OnPipeline", ["UserParameters"] = "{\"app\":\"shop\",\"version\":\"2.0.0\"}" } },
                ["inputArtifacts"] = new JsonArray(new JsonObject
                {
                    ["name"] = "built", ["revision"] = "abc", ["location"] = new JsonObject { ["type"] = "S3", ["s3Location"] = new JsonObject { ["bucketName"] = "artifacts", ["objectKey"] = "p/built/AbCd12" } },
                }),
                ["outputArtifacts"] = new JsonArray(),
                ["artifactCredentials"] = new JsonObject { ["accessKeyId"] = "AKIAIOSFODNN7EXAMPLE", ["secretAccessKey"] = Secret, ["sessionToken"] = Secret },
                ["continuationToken"] = continuation,
            },
        },
    }.ToJsonString();

    private static string Envelope(string source, string type, JsonObject detail, string time = "2026-11-20T12:00:00Z") => new JsonObject
    {
        ["version"] = "0", ["id"] = "17793124-05d4-b198-2fde-7ededc63b103", ["detail-type"] = type, ["source"] = source, ["account"] = Account,
        ["time"] = time, ["region"] = "eu-central-1", ["resources"] = new JsonArray(), ["detail"] = detail,
    }.ToJsonString();
}
