using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.SocketLink;

/// <summary>What is done on the web server's host, each a script of one line.</summary>
internal sealed class LinkScripts(IHostCommands hosts, TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static long number;

    /// <summary>Where the link leads; empty when it is not there.</summary>
    public async Task<string> ReadAsync(string link, CancellationToken cancellationToken) =>
        (await RunAsync($"readlink {ShellQuote.Quote(link)} || true", cancellationToken)).Trim();

    /// <summary>A rename, so that at no time there is no link. One that leads there already is left alone.</summary>
    public Task PutAsync(string link, string target, bool onlyIfMissing, CancellationToken cancellationToken) => RunAsync(
        $"""
        set -eu
        link={ShellQuote.Quote(link)} target={ShellQuote.Quote(target)}
        [ "$(readlink "$link" || true)" != "$target" ] || exit 0
        [ {(onlyIfMissing ? "yes" : "no")} = no ] || [ ! -e "$link" -a ! -L "$link" ] || exit 0
        ln -sfn "$target" "$link.new.$$"
        mv -T "$link.new.$$" "$link"
        """,
        cancellationToken);

    /// <summary>Whether somebody accepts connections. Perl, because it is on every Debian and bash has no Unix sockets.</summary>
    public async Task<bool> AcceptsAsync(string socket, CancellationToken cancellationToken) =>
        (await RunAsync($"perl -MIO::Socket::UNIX -e 'print IO::Socket::UNIX->new(Peer => shift) ? \"yes\" : \"no\"' {ShellQuote.Quote(socket)}", cancellationToken)).Trim() == "yes";

    private async Task<string> RunAsync(string script, CancellationToken cancellationToken)
    {
        // a command's id stands for its effect once, so each needs its own
        var id = $"socket-link-{time.GetUtcNow().UtcTicks}-{Environment.ProcessId}-{Interlocked.Increment(ref number)}";
        var command = await hosts.StartAsync(new HostCommand(id, null, script, null, Deadline), cancellationToken);
        CommandProgress progress;
        while ((progress = await hosts.PollAsync(command, cancellationToken)).Verdict == CommandVerdict.Running)
        {
            await Task.Delay(Pause, time, cancellationToken);
        }

        return progress is { Verdict: CommandVerdict.Succeeded, Total: 1 } ? progress.Output ?? "" : throw Failure(progress);
    }

    private static ReleaseException Failure(CommandProgress progress) =>
        progress.Total != 1 ? new ProviderRefusedException($"The binding 'through' names '{progress.Total}' hosts. Allowed is exactly one under 'hosts'. Correct it.")
        : progress.Failures is [{ ExitCode: { } code } failure, ..] ? new ProviderRefusedException($"A script for the link ended with exit code '{code}' on '{failure.Host}': {string.Join(' ', failure.LastLines)} Look there.")
        : new ProviderUnavailableException("A script for the link was lost or could not be run. It is tried again.");
}
