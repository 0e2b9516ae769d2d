using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Bash on another machine, through a hosts provider. The binding must name exactly one host.</summary>
internal sealed class HostScripts(IHostCommands hosts, TimeProvider time) : IScripts
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static long number;

    public async Task<string> RunAsync(string script, IReadOnlyDictionary<string, string> secrets, TimeSpan deadline, CancellationToken cancellationToken)
    {
        // a command's id stands for its effect once, so every reading needs its own
        var id = $"haproxy-{time.GetUtcNow().UtcTicks}-{Environment.ProcessId}-{Interlocked.Increment(ref number)}";
        var begun = time.GetTimestamp();
        var command = await hosts.StartAsync(new HostCommand(id, null, script, null, deadline), cancellationToken);
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var progress = await hosts.PollAsync(command, cancellationToken);
            if (progress.Verdict != CommandVerdict.Running)
            {
                return Output(progress);
            }

            if (time.GetElapsedTime(begun) > deadline)
            {
                await hosts.CancelAsync(command, cancellationToken);
                throw new ProviderUnavailableException($"HAProxy's machine did not end a script within {deadline.TotalSeconds} s; it was cancelled.");
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static string Output(CommandProgress progress)
    {
        if (progress.Total != 1)
        {
            throw new ProviderRefusedException(
                $"A binding in 'balancers' names '{progress.Total}' hosts: each must name exactly one. Give every load balancer its own entry.");
        }

        return progress.Verdict switch
        {
            CommandVerdict.Succeeded => progress.Output ?? "",
            CommandVerdict.Unknown => throw new ProviderUnavailableException("The hosts provider lost a script for HAProxy's machine. It is tried again."),
            _ => throw Failed(progress),
        };
    }

    /// <summary>Without an exit code the script did not run to its end, which may pass.</summary>
    private static ReleaseException Failed(CommandProgress progress)
    {
        var failure = progress.Failures.Count > 0 ? progress.Failures[0] : null;
        var said = $"'{failure?.Host}': {failure?.Reason} {string.Join(' ', failure?.LastLines ?? [])}".Head();
        return failure?.ExitCode is { } code
            ? new ProviderRefusedException($"A script for HAProxy ended with exit code '{code}' on {said}")
            : new ProviderUnavailableException($"A script for HAProxy could not be run on {said}");
    }
}
