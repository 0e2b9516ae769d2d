using System.IO.Compression;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// A question to a socket of HAProxy on another machine. The reply travels compressed, because a hosts provider carries 24,000
/// characters, and with an end mark, so that a shortened list of servers is never taken for a whole one.
/// </summary>
internal static class AskScript
{
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(30);

    public static string Render(string socket, string commands) =>
        BalancerScripts.Head + $"""
        asked {socket.Quoted()} {commands.Quoted()}
        result ok "$(gzip -c <<<"$reply" | base64 -w 0)"

        """;

    /// <exception cref="Failures.ProviderRefusedException">The output is not what the script prints, or not all of it.</exception>
    public static string Reply(string output)
    {
        try
        {
            using var packed = new MemoryStream(Convert.FromBase64String(BalancerScripts.After("ok", output)));
            using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
            return reader.ReadToEnd();
        }
        catch (Exception error) when (error is FormatException or InvalidDataException)
        {
            throw RuntimeReply.NotUnderstood("a script on its machine", output);
        }
    }
}
