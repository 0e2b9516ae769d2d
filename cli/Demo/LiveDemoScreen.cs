using BlueGreenServerless.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>A terminal: who answers the users now, what was lost, and the last lines of the story.</summary>
internal sealed class LiveDemoScreen : DemoScreen
{
    private const int LastLines = 14;
    private const int BarWidth = 50;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Lock _lock = new();
    private readonly List<Markup> _lines = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _drawing;
    private string _title = "";
    private AnswerWindow? _window;
    private IRenderable _users = new Text("");

    public LiveDemoScreen(TimeProvider time)
    {
        (_time, _started) = (time, time.GetTimestamp());
        _drawing = AnsiConsole.Live(new Text("")).StartAsync(DrawAsync);
    }

    public override void Begin(string title)
    {
        lock (_lock)
        {
            _title = title;
        }
    }

    public override void Say(string text, bool bad = false)
    {
        var line = $"[grey]{_time.GetElapsedTime(_started).TotalSeconds,6:0.0}s[/]  {(bad ? "[red]" : "[default]")}{Markup.Escape(text)}[/]";
        lock (_lock)
        {
            _lines.Add(new Markup(line));
        }
    }

    public override void Watch(DemoUsers users)
    {
        lock (_lock)
        {
            _window = new AnswerWindow(users);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _drawing;
        _closed.Dispose();
    }

    private async Task DrawAsync(LiveDisplayContext live)
    {
        while (!_closed.IsCancellationRequested)
        {
            live.UpdateTarget(Draw());
            await Task.Delay(Pace, _time, _closed.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        live.UpdateTarget(Draw());
    }

    private Rows Draw()
    {
        lock (_lock)
        {
            _users = _window is null ? _users : Users(_window);
            return new Rows([new Markup($"[bold]{Markup.Escape(_title)}[/]"), _users, .. _lines.TakeLast(LastLines)]);
        }
    }

    private static Rows Users(AnswerWindow window)
    {
        var seen = window.Take(out var now);
        var all = Math.Max(1, seen.Sum(version => version.Answers));
        var lost = now.Lost + now.ErrorsOfNobody;
        var head = new Markup($"users: {now.Requests} requests, [{(lost == 0 ? "green" : "red")}]{lost} lost[/]");
        return new Rows([head, .. seen.Select(version => Bar(version.Version, version.Answers, version.Errors, all))]);
    }

    private static Markup Bar(string version, long answers, long errors, long all)
    {
        var (width, bad) = ((int)(BarWidth * answers / all), (int)Math.Ceiling((double)BarWidth * errors / all));
        var bar = $"[green]{new string('█', Math.Max(0, width - bad))}[/][red]{new string('█', bad)}[/]{new string(' ', BarWidth - Math.Max(width, bad))}";
        return new Markup($"  v{Markup.Escape(version)} {bar} {100 * answers / all,3} %{(errors > 0 ? $"  [red]{errors} errors[/]" : "")}");
    }
}
