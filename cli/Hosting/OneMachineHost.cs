using System.Text.Json;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local;
using BlueGreenServerless.Providers.Local.Store;
using BlueGreenServerless.Providers.Registry;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>This machine: records and journal in a directory, the engine in the processes that have one open.</summary>
internal sealed class OneMachineHost : IReleaseHost
{
    private readonly StateDirectory _state;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _logs;
    private readonly Lazy<IPorts> _ports;

    public OneMachineHost(StateDirectory state, TimeProvider time, ILoggerFactory logs)
    {
        (_state, _time, _logs) = (state, time, logs);
        _ports = new Lazy<IPorts>(() =>
        {
            Directory.CreateDirectory(state.Providers);
            return new ProviderPorts(ProviderRegistry.Discover(), time, new FileNotes(state.Providers));
        });
        Store = new SqliteReleaseStore(state.Store, time);
        Executions = new JournalLog(new Journal(state.Journal));
    }

    public bool MovesHere => true;

    public TimeSpan Pace { get; } = TimeSpan.FromMilliseconds(200);

    public IReleaseStore Store { get; }

    public IExecutionLog Executions { get; }

    public IPorts Ports => _ports.Value;

    public Task AnswerAsync(string token, JsonElement answer, CancellationToken cancellationToken) =>
        new ExecutionControl(_state.Journal, _time).SendTaskSuccessAsync(token, answer);

    public async Task<ReleaseRequest> RequestAsync(
        AppSession session, ReleaseConfiguration configuration, Artifact verified, string by, CancellationToken cancellationToken) =>
        new(configuration, verified, by, await Attempts.NextAsync(Store, session.App, verified, cancellationToken));

    /// <summary>Its directory is there and can be written to, or the host would not have been opened.</summary>
    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(string app, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Diagnosis>>([Diagnosis.Fine($"records and journal are kept in '{_state.Root}'")]);

    public IReleaseMover Open() => new OneMachineMover(OneMachine.Open(new OneMachineOptions(_state) { Time = _time, Logs = _logs }));
}
