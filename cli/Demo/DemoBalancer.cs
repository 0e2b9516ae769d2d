using System.Diagnostics;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.HAProxy;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>The load balancer that users come to, started with the configuration that its provider renders from the demo's file.</summary>
internal sealed class DemoBalancer : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;

    private DemoBalancer(Process process) => _process = process;

    public static async Task<DemoBalancer> StartAsync(HaproxyOptions options, DemoFiles files, int port, TimeProvider time, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(files.Balancer);
        await File.WriteAllTextAsync(options.Config, HaproxyConfiguration.Render(options).Text, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(files.Balancer, "split.map"), $"{HaproxyConfiguration.SplitKey} 0\n", cancellationToken);
        // Quiet, and its standard streams closed by the shell: what it says goes to a file of the demo.
        var start = new ProcessStartInfo("bash", ["-c", "exec haproxy -W -db -S \"$1\" -f \"$2\" </dev/null >>haproxy.log 2>&1", "bash", options.MasterSocket, options.Config])
        {
            WorkingDirectory = files.Balancer,
            UseShellExecute = false,
        };
        var balancer = new DemoBalancer(Process.Start(start)!);
        try
        {
            await balancer.UntilServingAsync(port, files, time, cancellationToken);
            return balancer;
        }
        catch
        {
            await balancer.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task UntilServingAsync(int port, DemoFiles files, TimeProvider time, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (!await AnswersAsync(client, port, both.Token))
        {
            if (_process.HasExited)
            {
                throw new ProviderUnavailableException($"HAProxy did not start: {await File.ReadAllTextAsync(Path.Combine(files.Balancer, "haproxy.log"), cancellationToken)}");
            }

            await Task.Delay(Pause, time, both.Token);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, int port, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
