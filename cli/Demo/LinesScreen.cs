using BlueGreenServerless.Cli.Output;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>One line for each thing that happens, and one about the users every five seconds.</summary>
internal sealed class LinesScreen(CommandOutput output, TimeProvider time) : DemoScreen
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly long _started = time.GetTimestamp();
    private readonly CancellationTokenSource _closed = new();
    private Task _watching = Task.CompletedTask;

    public override void Begin(string title) => output.Advise($"\n{title}");

    public override void Say(string text, bool bad = false) => output.Advise($"{time.GetElapsedTime(_started).TotalSeconds,6:0.0}s  {text}");

    public override void Watch(DemoUsers users) => _watching = WatchAsync(users);

    public override async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _watching;
        _closed.Dispose();
    }

    private async Task WatchAsync(DemoUsers users)
    {
        try
        {
            var window = new AnswerWindow(users);
            while (true)
            {
                await Task.Delay(Pace, time, _closed.Token);
                Say($"Users         {window.Next()}");
            }
        }
        catch (OperationCanceledException)
        {
            // The demo is over.
        }
    }
}
