using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local.Store;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Cli.Running;

/// <summary>What every command about an app has: its name, its records, and somewhere to answer.</summary>
internal sealed class AppSession
{
    private readonly SqliteReleaseStore _store;

    private AppSession(string file, string app, StateDirectory state, CommandOutput output, ILoggerFactory logs)
    {
        Logs = logs;
        File = file;
        App = app;
        State = state;
        Output = output;
        _store = new SqliteReleaseStore(state.Store, Time);
    }

    public string File { get; }

    public string App { get; }

    public StateDirectory State { get; }

    public CommandOutput Output { get; }

    public ILoggerFactory Logs { get; }

    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>Reads the executions of every process of this state directory.</summary>
    public Journal Journal => new(State.Journal);

    public IReleaseStore Store => _store;

    public static AppSession Open(string file, string? state, CommandOutput output, ILoggerFactory logs)
    {
        var app = AppOfFile.Read(file);
        return new AppSession(file, app, StateDirectory.Open(state, file), output, logs);
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

    /// <summary>True when a living process moves the release.</summary>
    public async Task<bool> IsMovedAsync(string releaseId, CancellationToken cancellationToken) =>
        await Journal.DescribeAsync(EmbeddedDefinitions.Release, releaseId, cancellationToken) is { HasLivingOwner: true };

    /// <summary>True when the release's execution has not ended, whoever moves it.</summary>
    public async Task<bool> IsOpenAsync(string releaseId, CancellationToken cancellationToken) =>
        await Journal.DescribeAsync(EmbeddedDefinitions.Release, releaseId, cancellationToken) is { Status: ExecutionStatus.Running };

    public async Task AdviseWhenNobodyRunsAsync(string releaseId, CancellationToken cancellationToken)
    {
        if (!await IsMovedAsync(releaseId, cancellationToken))
        {
            Output.Advise($"No process is moving '{releaseId}' now: 'bluegreen resume' continues it.");
        }
    }
}
