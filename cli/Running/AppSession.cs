using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Running;

/// <summary>What every command about an app has: its name, the host where its releases run, and somewhere to answer.</summary>
internal sealed record AppSession(string File, string App, IReleaseHost Host, CommandOutput Output, TimeProvider Time)
{
    public IReleaseStore Store => Host.Store;

    public static async Task<AppSession> OpenAsync(CommandPlace place, CancellationToken cancellationToken)
    {
        var app = AppOfFile.Read(place.File);
        return new AppSession(place.File, app, await place.OpenHostAsync(cancellationToken), place.Output, place.Time);
    }

    public Task AuditAsync(string action, string by, string text, CancellationToken cancellationToken) =>
        Store.AppendAuditAsync(new AuditEntry(App, action, by, text, Time.GetUtcNow()), cancellationToken);

    /// <summary>The release that runs now.</summary>
    public async Task<ReleaseRecord> RunningAsync(CancellationToken cancellationToken) =>
        await FindRunningAsync(cancellationToken) ?? throw new ReleaseNotFoundException(
            $"No release of '{App}' is running. 'bluegreen status' shows what is live, 'bluegreen history' what was.");

    public async Task<ReleaseRecord?> FindRunningAsync(CancellationToken cancellationToken)
    {
        var newest = await Store.HistoryAsync(App, limit: 20, cancellationToken);
        return newest.FirstOrDefault(record => record.Outcome == Outcome.Running);
    }

    /// <summary>True when somebody moves the release: a living process, or the cloud.</summary>
    public async Task<bool> IsMovedAsync(string releaseId, CancellationToken cancellationToken) =>
        await Host.Executions.DescribeAsync(EmbeddedDefinitions.Release, releaseId, cancellationToken) is { HasLivingOwner: true };

    /// <summary>True when the release's execution has not ended, whoever moves it.</summary>
    public async Task<bool> IsOpenAsync(string releaseId, CancellationToken cancellationToken) =>
        await Host.Executions.DescribeAsync(EmbeddedDefinitions.Release, releaseId, cancellationToken) is { Status: ExecutionStatus.Running };

    public async Task AdviseWhenNobodyRunsAsync(string releaseId, CancellationToken cancellationToken)
    {
        if (!await IsMovedAsync(releaseId, cancellationToken))
        {
            Output.Advise($"No process is moving '{releaseId}' now: 'bluegreen resume' continues it.");
        }
    }
}
