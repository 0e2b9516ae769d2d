using System.Diagnostics;

namespace BlueGreenServerless.ManyClouds.Tests.Skew;

/// <summary>A user of a front, who asks every few milliseconds on a new connection and notes which colour answers.</summary>
internal sealed class Poller : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, UseProxy = false });
    private readonly CancellationTokenSource stop = new();
    private readonly Uri users;
    private readonly Task polling;

    public Poller(Uri users)
    {
        this.users = users;
        polling = PollAsync();
    }

    /// <summary>The first answer of green; null before.</summary>
    public long? SwitchedAt { get; private set; }

    /// <summary>Answers of blue after the first one of green.</summary>
    public int WentBack { get; private set; }

    public int Asked { get; private set; }

    /// <summary>What was no answer of one of the colours.</summary>
    public List<string> Lost { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await polling;
        http.Dispose();
        stop.Dispose();
    }

    private async Task PollAsync()
    {
        try
        {
            while (true)
            {
                await AskAsync();
                await Task.Delay(Pause, TimeProvider.System, stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // it is over
            return;
        }
    }

    private async Task AskAsync()
    {
        Asked++;
        try
        {
            var answer = await http.GetStringAsync(users, stop.Token);
            WentBack += answer == "blue" && SwitchedAt is not null ? 1 : 0;
            SwitchedAt ??= answer == "green" ? Stopwatch.GetTimestamp() : null;
        }
        catch (HttpRequestException fault)
        {
            Lost.Add(fault.Message);
        }
    }
}
