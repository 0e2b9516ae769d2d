using System.Net;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>Asks every target of a group that is in use for its health, over HTTP.</summary>
internal sealed class HealthMonitor : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Balancers balancers;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero });
    private readonly CancellationTokenSource stop = new();
    private readonly Task checking;

    public HealthMonitor(Balancers balancers)
    {
        this.balancers = balancers;
        checking = CheckAsync();
    }

    /// <summary>Is told after every round.</summary>
    public Func<Task>? Checked { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await checking;
        http.Dispose();
        stop.Dispose();
    }

    private async Task CheckAsync()
    {
        using var timer = new PeriodicTimer(balancers.Options.HealthInterval, balancers.Options.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                await Task.WhenAll(balancers.Groups.Select(CheckAsync));
                await (Checked?.Invoke() ?? Task.CompletedTask);
            }
        }
        catch (OperationCanceledException)
        {
            // the double is going
            return;
        }
    }

    private Task CheckAsync(TargetGroup group)
    {
        group.ForgetDrained(balancers.Options.Clock.GetUtcNow());
        if (balancers.Health is not null)
        {
            return Task.CompletedTask;
        }

        if (balancers.InUse(group))
        {
            return Task.WhenAll(group.Entries.Select(async entry => entry.Checked(await FailureAsync(entry.Target, group), group)));
        }

        foreach (var entry in group.Entries)
        {
            entry.Unused();
        }

        return Task.CompletedTask;
    }

    private async Task<TargetState?> FailureAsync(Target target, TargetGroup group)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{LoadBalancer.Address}:{target.Port}{group.HealthPath}");
            request.Headers.UserAgent.ParseAdd("ELB-HealthChecker/2.0");
            request.Headers.ConnectionClose = true;
            using var answer = await http.SendAsync(request, patience.Token);
            return answer.StatusCode == HttpStatusCode.OK ? null : TargetState.WrongCode((int)answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            return TargetState.Failed;
        }
        catch (OperationCanceledException)
        {
            stop.Token.ThrowIfCancellationRequested();
            return TargetState.TimedOut;
        }
    }
}
