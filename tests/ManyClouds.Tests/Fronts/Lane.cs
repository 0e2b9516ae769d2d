namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>What is kept for one release after the other, because it is a process: three HAProxys.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private const int Hosts = 3;

    private Lane(IReadOnlyList<HaproxyHost> haproxys) => Haproxys = haproxys;

    public IReadOnlyList<HaproxyHost> Haproxys { get; }

    public static async Task<Lane> StartAsync() => new(await Task.WhenAll(Enumerable.Range(0, Hosts).Select(_ => HaproxyHost.StartAsync())));

    public Task ResetAsync() => Task.WhenAll(Haproxys.Select(host => host.ResetAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Haproxys)
        {
            await host.DisposeAsync();
        }
    }
}
