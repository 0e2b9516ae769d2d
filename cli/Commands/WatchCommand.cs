using System.CommandLine;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Narration;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Shows a release as it goes, whichever process moves it. Changes nothing.</summary>
internal sealed class WatchCommand : HostedCommand
{
    private readonly Argument<string?> _release = new("release") { Description = "The release to watch. Default: the one that runs, or else the newest.", Arity = ArgumentArity.ZeroOrOne };

    public WatchCommand()
        : base("watch", "Shows a release as it goes: stages, targets, split, health, time left.") => Add(_release);

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(_release) ?? await NewestAsync(session, cancellationToken);
        try
        {
            return await WatchAsync(session, id, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.Output.Advise($"'{id}' goes on. 'bluegreen watch' shows it again, 'bluegreen abort' ends it and puts the traffic back.");
            return ExitCodes.Done;
        }
    }

    private static async Task<int> WatchAsync(AppSession session, string id, CancellationToken cancellationToken)
    {
        if (await session.Host.Executions.DescribeAsync(EmbeddedDefinitions.Release, id, cancellationToken) is null)
        {
            throw new ReleaseNotFoundException($"No release '{AppNames.Short(id)}' of '{session.App}' is known here. 'bluegreen history' lists them.");
        }

        await session.AdviseWhenNobodyRunsAsync(id, cancellationToken);
        var closed = session.Output.IsTerminal
            ? await LiveScreen.FollowAsync(session, id, cancellationToken)
            : await new ReleaseFollower(session.Host.Executions, session.Output, session.Time, session.Host.Pace).UntilClosedAsync(EmbeddedDefinitions.Release, id, cancellationToken);
        var end = ReleaseEnd.Of(closed, await session.Store.FindAsync(session.App, id, cancellationToken));
        session.Output.Happened("ended", end, end.Text(session.App));
        return end.ExitCode;
    }

    private static async Task<string> NewestAsync(AppSession session, CancellationToken cancellationToken)
    {
        var newest = await session.Store.HistoryAsync(session.App, limit: 1, cancellationToken);
        var record = await session.FindRunningAsync(cancellationToken) ?? (newest.Count == 0 ? null : newest[0]);
        return record?.Id ?? throw new ReleaseNotFoundException($"'{session.App}' has never been released from here, so there is nothing to watch. 'bluegreen release' makes one.");
    }
}
