namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>A question to a socket of HAProxy on another machine.</summary>
internal static class AskScript
{
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(30);

    public static string Render(string socket, string commands) =>
        BalancerScripts.Head + $"""
        asked {socket.Quoted()} {commands.Quoted()}
        result ok "$reply"

        """;

    public static string Reply(string output) => BalancerScripts.After("ok", output);
}
