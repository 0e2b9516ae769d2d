using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Clouds.Aws.Tests.SystemsManager;

/// <summary>Two nodes tagged Environment=Blue.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly TemporaryDirectory files = new();

    private TwoNodes(Watched watched)
    {
        Watched = watched;
        A = watched.Aws.Nodes.Add("i-0000000000000000a", Directory.CreateDirectory(files.Below("a")).FullName, ("Environment", "Blue"));
        B = watched.Aws.Nodes.Add("i-0000000000000000b", Directory.CreateDirectory(files.Below("b")).FullName, ("Environment", "Blue"));
    }

    public Watched Watched { get; }

    public ManagedNode A { get; }

    public ManagedNode B { get; }

    public AwsCommand Command => Watched.Command;

    /// <summary>The last command.</summary>
    public RunningCommand Sent => Watched.Aws.RunCommand.Commands[^1];

    public static async Task<TwoNodes> StartAsync(AwsDoubleOptions? options = null) => new(await Watched.StartAsync(options));

    /// <summary>Sends a command to both by their tag and returns its id.</summary>
    /// <param name="commands">A JSON list, and more parameters after it.</param>
    /// <param name="more">More arguments.</param>
    public async Task<string> SendAsync(string commands, params string[] more)
    {
        var answer = await Command.JsonAsync(
            ["ssm", "send-command", "--document-name", "AWS-RunShellScript", "--targets", "Key=tag:Environment,Values=Blue", "--parameters", $$"""{"commands":{{commands}}}""", .. more]);
        return answer[nameof(Command)]!["CommandId"]!.ToString();
    }

    public Task DoneAsync() => Sent.Done.WaitAsync(TimeSpan.FromMinutes(2));

    /// <summary>Moves the clock to the command's next waits until it is done.</summary>
    public Task RunAsync(VirtualTime time) => Eventually.HoldsAsync(() =>
    {
        var wakes = Sent.Requested + TimeSpan.FromMinutes(20);
        if (!Sent.Done.IsCompleted && time.NextDue() is { } due && due <= wakes)
        {
            time.AdvanceToNext();
        }

        return Sent.Done.IsCompleted;
    });

    public async ValueTask DisposeAsync()
    {
        await Watched.DisposeAsync();
        files.Dispose();
    }
}
