using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Hosts;

/// <summary>
/// One command on many hosts: as many at a time as allowed, the next one when one has ended. Keeps counts and the first failures,
/// nothing per host.
/// <code>
/// a host fails     hosts that have not begun are left out, running ones end
/// cancelled        running ones are stopped too
/// </code>
/// </summary>
internal sealed class FanOut : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<HostFailure> failures = [];
    private readonly IReadOnlyList<Host> hosts;
    private readonly HostCommand command;
    private readonly IHostShell shell;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource cancel = new();
    private int next;
    private int succeeded;
    private int failed;
    private string? output;
    private Task ended = Task.CompletedTask;

    private FanOut(IReadOnlyList<Host> hosts, HostCommand command, IHostShell shell, TimeProvider time) =>
        (this.hosts, this.command, this.shell, this.time) = (hosts, command, shell, time);

    public static FanOut Start(IReadOnlyList<Host> hosts, HostCommand command, IHostShell shell, int parallel, TimeProvider time)
    {
        var fanOut = new FanOut(hosts, command, shell, time);
        var workers = Enumerable.Range(0, Math.Min(parallel, hosts.Count)).Select(_ => Task.Run(fanOut.WorkAsync));
        fanOut.ended = Task.WhenAll(workers.ToList());
        return fanOut;
    }

    /// <summary>Completes when no script runs any more.</summary>
    public Task Ended => ended;

    public CommandProgress Progress()
    {
        var over = ended.IsCompleted;
        lock (gate)
        {
            var verdict = !over ? CommandVerdict.Running : failed == 0 && succeeded == hosts.Count ? CommandVerdict.Succeeded : CommandVerdict.Failed;
            return new CommandProgress(verdict, hosts.Count, succeeded, failed, [.. failures], over && hosts.Count == 1 ? output : null);
        }
    }

    /// <summary>Returns when the running scripts have been stopped.</summary>
    public async Task CancelAsync()
    {
        if (!ended.IsCompleted)
        {
            await cancel.CancelAsync();
            await ended;
        }
    }

    /// <summary>Only after the end.</summary>
    public void Dispose() => cancel.Dispose();

    private async Task WorkAsync()
    {
        while (Take() is { } host)
        {
            Note(await RunAsync(host));
        }
    }

    private Host? Take()
    {
        lock (gate)
        {
            return failed == 0 && !cancel.IsCancellationRequested && next < hosts.Count ? hosts[next++] : null;
        }
    }

    private async Task<HostResult> RunAsync(Host host)
    {
        using var deadline = new CancellationTokenSource(command.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel.Token);
        try
        {
            return await shell.RunAsync(host, command, either.Token);
        }
        catch (OperationCanceledException)
        {
            var reason = cancel.IsCancellationRequested
                ? "The script was cancelled before its end. Nobody has to do anything: releasing again runs it again."
                : $"The script did not end within '{command.Deadline.TotalSeconds:0} s' and was stopped. Look at what hangs on the host, or raise deadlines.deploy.";
            return new HostResult(new HostFailure(host.Name, reason, null, []), "");
        }
        catch (Exception fault)
        {
            // whatever it is, it must not end the worker without a count: the release would wait for this host for ever
            return new HostResult(new HostFailure(host.Name, $"The script could not be run: {fault.Message}", null, []), "");
        }
    }

    private void Note(HostResult result)
    {
        lock (gate)
        {
            output ??= result.Output;
            if (result.Failure is null)
            {
                succeeded++;
                return;
            }

            failed++;
            if (failures.Count < CommandProgress.MaxFailures)
            {
                failures.Add(result.Failure);
            }
        }
    }
}
