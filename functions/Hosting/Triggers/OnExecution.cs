using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>An execution ended. One that ended without its own clean-up (stopped by hand, timed out) is compensated by a rollback.</summary>
/// <remarks>Fields: Step Functions developer guide, "Execution status changes". A long input is not in the event, so the execution is asked for it.</remarks>
public sealed class OnExecution(EventFrame frame, StageServices services, IExecutionStates executions)
{
    public const string Source = "aws.states";
    public const string DetailType = "Step Functions Execution Status Change";

    private static readonly string[] _bad = ["FAILED", "ABORTED", "TIMED_OUT"];

    [LambdaFunction(ResourceName = nameof(OnExecution))]
    public Task RunAsync(Stream input, ILambdaContext context) =>
        frame.RunAsync(nameof(OnExecution), Source, DetailType, input, context, HandleAsync);

    private async Task<EventResult> HandleAsync(CloudEvent found, CancellationToken cancellationToken)
    {
        var machine = MachineOf(EventField.Text(found.Detail, "stateMachineArn", 1024));
        var status = EventField.Text(found.Detail, "status", 32);
        var name = EventField.Text(found.Detail, "name", 80);
        if (machine is not ("release" or "rollback") || !_bad.Contains(status, StringComparer.Ordinal))
        {
            return EventResult.Ignored($"The execution '{EventField.Shown(name)}' is {EventField.Shown(status)}: nothing is to be cleaned up.");
        }

        var subject = await executions.FindSubjectAsync(machine, name, cancellationToken);
        if (subject is null)
        {
            return EventResult.Ignored($"The execution '{EventField.Shown(name)}' has no release document.");
        }

        var result = await new Compensation(services, executions).RunAsync(subject, machine, status, found.Time, cancellationToken);
        await new TriggerFunction(services).StartQueuedAsync(subject.App, cancellationToken);
        return result;
    }

    /// <summary>Null for machines that are not of this deployment.</summary>
    private string? MachineOf(string arn) =>
        arn.StartsWith(frame.Settings.Machines, StringComparison.Ordinal) ? arn[frame.Settings.Machines.Length..] : null;
}
