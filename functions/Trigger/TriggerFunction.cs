using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Functions.Trigger;

/// <summary>The one door for requests from outside: an event, a pipeline, an alarm or a person.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>request</term><description>what happens</description></listheader>
/// <item><term>a release</term><description><see cref="ReleaseTrigger"/></description></item>
/// <item><term>a way back</term><description><see cref="RollbackTrigger"/></description></item>
/// <item><term>both or none</term><description>InvalidRequestException</description></item>
/// </list>
/// </remarks>
public sealed class TriggerFunction(StageServices services) : IStage<TriggerRequest, TriggerResult>
{
    public Task<TriggerResult> RunAsync(TriggerRequest input, CancellationToken cancellationToken) => input switch
    {
        { Release: { } release, Rollback: null } => ReleaseAsync(release, cancellationToken),
        { Release: null, Rollback: { } rollback } => RollbackAsync(rollback, cancellationToken),
        _ => throw new InvalidRequestException("The request names 'both or none' of release and rollback. Exactly one is allowed; send one of them."),
    };

    /// <inheritdoc cref="ReleaseTrigger.RunAsync"/>
    public Task<TriggerResult> ReleaseAsync(ReleaseRequest request, CancellationToken cancellationToken) =>
        new ReleaseTrigger(services).RunAsync(request, cancellationToken);

    /// <inheritdoc cref="RollbackTrigger.RunAsync"/>
    public Task<TriggerResult> RollbackAsync(RollbackRequest request, CancellationToken cancellationToken) =>
        new RollbackTrigger(services).RunAsync(request, cancellationToken);

    /// <summary>Starts the waiting request of an app, if there is one and nothing is in its way; called when a release ends and after a freeze.</summary>
    public Task<TriggerResult?> StartQueuedAsync(string app, CancellationToken cancellationToken) =>
        new ReleaseTrigger(services).StartQueuedAsync(app, cancellationToken);
}
