namespace BlueGreenServerless.Cli.Demo;

internal sealed class SilentScreen : DemoScreen
{
    public override void Begin(string title)
    {
        // A program reads the result; the story is for people.
    }

    public override void Say(string text, bool bad = false)
    {
        // The same.
    }

    public override void Watch(DemoUsers users)
    {
        // The same.
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
