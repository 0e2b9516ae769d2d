using System.Security.Cryptography;
using BlueGreenServerless.Clouds.Aws.S3;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.AwsCommands.Tests.Stand;

/// <summary>A developer's folder with a bluegreen.yaml, and the app's target in the deployment.</summary>
internal sealed class PushedApp : IDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly Deployment deployment;

    public PushedApp(Deployment deployment, string name, string pause = "1s", bool approval = false)
    {
        (this.deployment, Name) = (deployment, name);
        File.WriteAllText(folder.Below("bluegreen.yaml"), Yaml(name, pause, approval));
        var metrics = deployment.MetricsOf(name);
        metrics.OnRead = () =>
        {
            metrics.Serve(Color.Blue, 100);
            metrics.Serve(Color.Green, 100);
        };
    }

    public string Name { get; }

    public string Folder => folder.Path;

    public TrafficSplit Traffic => deployment.RouterOf(Name).Split;

    /// <summary>Every version of every artifact of the app.</summary>
    public IReadOnlyList<ObjectVersion> Uploads =>
        [.. deployment.Aws.Storage["bluegreen-artifacts"].Versions().Where(version => version.Key.StartsWith(Name + "/", StringComparison.Ordinal))];

    public IEnumerable<string> Refused => deployment.Refused.Where(refused => refused.StartsWith(Name + "/", StringComparison.Ordinal));

    public string Artifact(string version, int bytes = 100) => folder.Write(
        $"{Name}-{version}.tar.gz", new TarFile().File("bin/start", $"#!/bin/sh\necho {version}\n").File("data", RandomNumberGenerator.GetBytes(bytes)).Gzipped());

    public Task<BluegreenEnd> RunAsync(params string[] arguments) => Bluegreen.RunAsync(Folder, Shell(), arguments);

    public Bluegreen Start(params string[] arguments) => Bluegreen.Start(Folder, Shell(), arguments);

    public void Dispose() => folder.Dispose();

    private Dictionary<string, string> Shell() => new(deployment.Shell, StringComparer.Ordinal) { ["BLUEGREEN_ENGINE"] = "aws" };

    private static string Yaml(string name, string pause, bool approval)
    {
        const string Prefix = "arn:aws:elasticloadbalancing:eu-west-1:123456789012";
        return $$"""
            app: {{name}}
            strategy: { kind: canary, steps: [50, 100], pause: {{pause}}, bake: 1s, rollbackWindow: 1h }
            health: { path: /health, healthyChecks: 1, interval: 1s, timeout: 20s }
            observe: { interval: 1s, minRequests: 1, maxSlowdown: 1000 }
            approval: { required: {{(approval ? "true, timeout: 10m" : "false")}} }
            install:
              directory: /srv/{{name}}
              hooks: { start: ["bin/start"] }
            targets:
              - name: {{name}}
                router:
                  provider: aws
                  listeners: ["{{Prefix}}:listener/app/{{name}}/1111111111111111/2222222222222222"]
                  blue: "{{Prefix}}:targetgroup/{{name}}-blue/1111111111111111"
                  green: "{{Prefix}}:targetgroup/{{name}}-green/2222222222222222"
                hosts: { provider: ssm, blue: "tag:{{name}}=Blue", green: "tag:{{name}}=Green" }

            """;
    }
}
