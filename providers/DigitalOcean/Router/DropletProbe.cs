using System.Net.Sockets;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>
/// Asks a droplet as the load balancer would. The API tells the health only of droplets that are behind the load balancer already, late
/// and as a curve (monitoring/metrics/load_balancer/droplets_health_checks), so both colours are asked directly.
/// </summary>
internal sealed class DropletProbe(DropletNetwork network, string? host, TimeProvider time)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero, MaxResponseHeadersLength = 64,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>What is wrong with it, for example <c>g1: 503</c>; null when it is healthy.</summary>
    public async Task<string?> FaultAsync(Droplet droplet, BalancerCheck check, CancellationToken cancellationToken)
    {
        if (!droplet.IsActive || droplet.Address(network) is not { } address)
        {
            return $"{droplet.Name}: {(droplet.IsActive ? $"no {network.ToString().ToLowerInvariant()} address" : droplet.Status)}";
        }

        using var late = new CancellationTokenSource(check.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return check.Path is null ? await ConnectAsync(address, check.Port, either.Token) : await GetAsync(droplet, address, check, either.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or SocketException or IOException)
        {
            return $"{droplet.Name}: {fault.Message}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{droplet.Name}: no answer within {check.Timeout.TotalSeconds:0} s";
        }
    }

    private async Task<string?> GetAsync(Droplet droplet, string address, BalancerCheck check, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://{address}:{check.Port}{(check.Path!.StartsWith('/') ? "" : "/")}{check.Path}"));
        request.Headers.Host = host;
        request.Headers.ConnectionClose = true;
        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return answer.IsSuccessStatusCode ? null : $"{droplet.Name}: {(int)answer.StatusCode}";
    }

    private static async Task<string?> ConnectAsync(string address, int port, CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address, port, cancellationToken);
        return null;
    }
}
