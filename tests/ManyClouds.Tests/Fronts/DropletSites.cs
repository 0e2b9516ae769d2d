using System.Net;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>What really listens at the addresses of droplets, which every account on loopback gives out in the same order: blue and green in turn.</summary>
internal sealed class DropletSites : IAsyncDisposable
{
    private readonly List<TinySite> sites;

    /// <param name="droplets">How many an account has.</param>
    public DropletSites(int droplets)
    {
        Port = FreePort.Next();
        sites = [.. Enumerable.Range(1, droplets).Select(number => new TinySite(number % 2 == 1 ? "blue" : "green", IPAddress.Parse($"127.0.10.{number}"), Port))];
    }

    /// <summary>The same at all addresses.</summary>
    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }
    }
}
