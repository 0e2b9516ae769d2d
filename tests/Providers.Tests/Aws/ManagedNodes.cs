using System.Runtime.Versioning;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Ssm;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.Aws;

/// <summary>Nodes with an agent that really run what they are sent; their <c>aws</c> gives every artifact the same content.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ManagedNodes : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();

    private ManagedNodes(AwsWorld world)
    {
        World = world;
        Directory.CreateDirectory(directory.Below("bin"));
        File.WriteAllText(directory.Below("bin", "aws"), "#!/bin/bash\nprintf content >\"${@: -1}\"\n");
        File.SetUnixFileMode(directory.Below("bin", "aws"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public AwsWorld World { get; }

    public RunCommand Sent => World.Cloud.RunCommand;

    public static async Task<ManagedNodes> StartAsync(AwsDoubleOptions? options = null) => new(await AwsWorld.StartAsync(options));

    public ManagedNode Add(string id, string color)
    {
        var node = World.Cloud.Nodes.Add(id, Directory.CreateDirectory(directory.Below(id)).FullName, ("Environment", color));
        node.Environment["PATH"] = $"{directory.Below("bin")}:/usr/bin:/bin";
        return node;
    }

    public SsmHosts Hosts(string? green = null, SsmOptions? options = null)
    {
        var whole = (options ?? new SsmOptions()) with { Blue = "tag:Environment=Blue", Green = green ?? "tag:Environment=Green" };
        return new SsmHosts(whole, NodePools.Of(whole), World.Account);
    }

    public static HostCommand Command(string script, string id = "r1.t.install", bool onlyFirst = false, int seconds = 120, bool artifact = false) => new(
        id, Color.Green, script, artifact ? new Artifact(new Uri("s3://b/k.tar.gz"), "1.0") : null, TimeSpan.FromSeconds(seconds), onlyFirst);

    public static async Task<CommandProgress> EndAsync(IHostCommands hosts, string ticket)
    {
        var progress = await hosts.PollAsync(ticket, default);
        await Eventually.HoldsAsync(async () => (progress = await hosts.PollAsync(ticket, default)).Verdict != CommandVerdict.Running);
        return progress;
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        directory.Dispose();
    }
}
