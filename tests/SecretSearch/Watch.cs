using System.Runtime.InteropServices;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.SecretSearch;

/// <summary>Looks at the process list some forty times a second, as long as the tests run.</summary>
internal static class Watch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static async Task RunAsync(SearchRecord record)
    {
        using var end = new CancellationTokenSource(Longest);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => End(context, end));
        var (lines, parent) = (new CommandLines(record.Mark(), record), Parent());
        while (!end.IsCancellationRequested && Parent() == parent)
        {
            lines.Look();
            await Task.Delay(Pause, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        record.Searched("looks", lines.Looks);
        record.Searched("command-lines", lines.Different);
    }

    private static void End(PosixSignalContext context, CancellationTokenSource end)
    {
        // the numbers are still to be written
        context.Cancel = true;
        end.Cancel();
    }

    /// <summary>Becomes another one when it ends.</summary>
    private static string Parent() => File.ReadLines("/proc/self/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal));
}
