using System.Collections.Concurrent;
using BlueGreenServerless.Clouds.Aws.Tests.Models;

namespace BlueGreenServerless.Clouds.Aws.Tests.Strangers;

/// <summary>A double whose every exchange is compared with AWS's models; a test fails at its end when one differs.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> findings = new();
    private int seen;

    private Watched(AwsDouble aws)
    {
        (Aws, Command) = (aws, new AwsCommand(aws));
        aws.Recorder = exchange =>
        {
            Interlocked.Increment(ref seen);
            Conformance.Findings(exchange).ToList().ForEach(findings.Enqueue);
        };
    }

    public AwsDouble Aws { get; }

    public AwsCommand Command { get; }

    public static async Task<Watched> StartAsync(AwsDoubleOptions? options = null) => new(await AwsDouble.StartAsync(options));

    public async ValueTask DisposeAsync()
    {
        await Aws.DisposeAsync();
        Assert.True(seen > 0, "The double was not asked anything.");
        Assert.Empty(findings);
    }
}
