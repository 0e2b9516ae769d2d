using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using BlueGreenServerless.Clouds.Aws.AutoScaling;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.HAProxy;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>What is released to: a load balancer with listener, rule and test rule, two scaling groups whose machines run what they are sent, an alarm.</summary>
[SupportedOSPlatform("linux")]
internal sealed class RecordedSite : IAsyncDisposable
{
    private readonly RecordedCloud cloud;
    private readonly TinySite site = new("shop");
    private readonly TargetGroup blue;
    private readonly TargetGroup green;
    private readonly Listener listener;
    private readonly Rule rule;
    private readonly Rule preview;

    private RecordedSite(RecordedCloud cloud)
    {
        this.cloud = cloud;
        var balancers = cloud.Aws.Balancers;
        var shop = balancers.Add("shop");
        (blue, green) = (balancers.AddGroup("tg-blue"), balancers.AddGroup("tg-green"));
        listener = balancers.AddListener(shop, 0, (blue, 100));
        rule = balancers.AddRule(listener, 2, Header("X-Way", "rule"), (blue, 100));
        preview = balancers.AddRule(listener, 1, Header("X-Preview", "yes"), (green, 100));
        cloud.Aws.Alarms.Add("shop-5xx");
        File.WriteAllBytes(cloud.Files.Below("shop.tar.gz"), Archive);
        Directory.CreateDirectory(cloud.Files.Below("bin"));
        File.WriteAllText(cloud.Files.Below("bin", "aws"), $"#!/bin/bash\ncp '{cloud.Files.Below("shop.tar.gz")}' \"${{@: -1}}\"\n");
        File.SetUnixFileMode(cloud.Files.Below("bin", "aws"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static byte[] Archive { get; } = new TarFile().File("bin/app", "hello").Gzipped();

    /// <summary>Three targets: one whose machines come from scaling groups, one whose machines have a tag, one whose groups stay as they are.</summary>
    public string Configuration => $$"""
        app: shop
        strategy: { kind: canary, steps: [50], pause: 10s, bake: 10s }
        health: { healthyChecks: 1 }
        smoke: [ { path: / } ]
        observe: { alarms: [shop-5xx], probe: /health }
        approval: { required: true }
        install: { directory: {{cloud.Files.Below("srv")}}, hooks: { start: ["true"] }, migrations: { expand: "true", contract: "true" } }
        targets:
          - name: grown
            address: http://127.0.0.1:{{site.Port}}
            router: { provider: aws, listeners: ["{{listener.Arn}}", "{{rule.Arn}}"], preview: "{{preview.Arn}}", blue: "{{blue.Arn}}", green: "{{green.Arn}}", metricsDelay: 0s }
            hosts: { provider: ssm, blue: "asg:shop-blue", green: "asg:shop-green" }
            fleet: { provider: aws, blue: shop-blue, green: shop-green }
          - name: kept
            router: { provider: aws, listeners: ["{{listener.Arn}}"], preview: "{{preview.Arn}}", blue: "{{blue.Arn}}", green: "{{green.Arn}}" }
            hosts: { provider: ssm, blue: "tag:Environment=Green", green: "tag:Environment=Blue" }
          - name: fixed
            router: { provider: aws, listeners: ["{{rule.Arn}}"], preview: "{{preview.Arn}}", blue: "{{blue.Arn}}", green: "{{green.Arn}}" }
            hosts: { provider: ssm, blue: "asg:shop-green", green: "asg:shop-blue" }
        """;

    public static async Task<RecordedSite> StartAsync(RecordedCloud cloud)
    {
        var made = new RecordedSite(cloud);
        await cloud.Aws.ScalingGroups.AddAsync(made.Group("blue", made.blue), 1, 2, 1);
        await cloud.Aws.ScalingGroups.AddAsync(made.Group("green", made.green), 0, 2, 0);
        await made.PutAsync("state", "config/shop.yaml", System.Text.Encoding.UTF8.GetBytes(made.Configuration), null);
        return made;
    }

    /// <summary>Uploads a version and returns the event that tells of it.</summary>
    public async Task<string> UploadAsync(string version)
    {
        await PutAsync("artifacts", $"shop/{version}/shop.tar.gz", Archive, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Archive)));
        return cloud.Event("Object Created");
    }

    /// <summary>The alarm fires, also when it has before; returns the event that tells of it.</summary>
    public string Fire()
    {
        cloud.Aws.Alarms.Add("shop-5xx");
        cloud.Aws.Alarms.Set("shop-5xx", "ALARM");
        return cloud.Event("CloudWatch Alarm State Change");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task PutAsync(string bucket, string key, byte[] contents, string? digest)
    {
        using var client = new AmazonS3Client(new AmazonS3Config { ForcePathStyle = true });
        var request = new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(contents) };
        if (digest is not null)
        {
            request.Metadata["sha256"] = digest;
        }

        await client.PutObjectAsync(request);
    }

    private ScalingGroup Group(string color, TargetGroup targets) => new($"shop-{color}")
    {
        Launch = id =>
        {
            var node = cloud.Aws.Nodes.Add(
                id, Directory.CreateDirectory(cloud.Files.Below(id)).FullName,
                ("Environment", color == "blue" ? "Blue" : "Green"), ("aws:autoscaling:groupName", $"shop-{color}"));
            node.Environment["PATH"] = $"{cloud.Files.Below("bin")}:/usr/bin:/bin";
            targets.Register(new Target(id, site.Port));
            return Task.CompletedTask;
        },
    };

    private static JsonObject Header(string name, string value) => new()
    {
        ["Field"] = "http-header", ["HttpHeaderConfig"] = new JsonObject { ["HttpHeaderName"] = name, ["Values"] = new JsonArray(value) },
    };
}
