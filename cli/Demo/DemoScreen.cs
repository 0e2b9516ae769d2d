namespace BlueGreenServerless.Cli.Demo;

/// <summary>Where the demo is watched.</summary>
internal abstract class DemoScreen : IAsyncDisposable
{
    /// <summary>The screen for this output: redrawn on a terminal, lines elsewhere, nothing for a program that wants the result only.</summary>
    public static DemoScreen For(Output.CommandOutput output, TimeProvider time) =>
        output switch
        {
            { IsJson: true } => new SilentScreen(),
            { IsTerminal: true } => new LiveDemoScreen(time),
            _ => new LinesScreen(output, time),
        };

    /// <summary>The next part of the story begins.</summary>
    public abstract void Begin(string title);

    public abstract void Say(string text, bool bad = false);

    /// <summary>From now on the users are shown, too.</summary>
    public abstract void Watch(DemoUsers users);

    public abstract ValueTask DisposeAsync();
}
