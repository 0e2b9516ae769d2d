using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.DigitalOcean.Traffic;

/// <summary>The traffic of all load balancers: one real HAProxy that follows their rules and what is behind them, by reloads.</summary>
internal sealed class BalancerTraffic : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly DigitalOceanDouble cloud;
    private readonly BalancerFiles files;
    private HaproxyProcess? haproxy;
    private string written = "";

    private BalancerTraffic(DigitalOceanDouble cloud) => (this.cloud, files) = (cloud, new BalancerFiles(folder.Path));

    public static async Task<BalancerTraffic> StartAsync(DigitalOceanDouble cloud)
    {
        var traffic = new BalancerTraffic(cloud);
        await traffic.FollowAsync();
        return traffic;
    }

    public async Task FollowAsync()
    {
        await gate.WaitAsync();
        try
        {
            var text = BalancerConfiguration.Write(cloud.Balancers, files);
            if (text != written)
            {
                await File.WriteAllTextAsync(files.Configuration, written = text);
                await LoadAsync();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
        gate.Dispose();
    }

    private async Task LoadAsync()
    {
        if (haproxy is null)
        {
            haproxy = await HaproxyProcess.StartAsync(files.Configuration, files.Socket, files.Master);
            return;
        }

        await haproxy.ReloadAsync();
    }
}
