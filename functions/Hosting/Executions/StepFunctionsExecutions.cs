using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Hosting.Executions;

/// <summary>
/// Executions of Step Functions. A standard workflow's name with the same input while it runs gives the running execution; with another
/// input, or closed, ExecutionAlreadyExists (API reference, StartExecution).
/// </summary>
public sealed class StepFunctionsExecutions(Lazy<IAmazonStepFunctions> client, HostSettings settings, TimeProvider time) : IExecutions, IExecutionStates
{
    /// <summary>Clocks may differ by this much when a start date is compared with ours.</summary>
    private static readonly TimeSpan _skew = TimeSpan.FromSeconds(5);

    public Task<StartResult> StartAsync(string machine, string name, JsonElement input, CancellationToken cancellationToken) => CallAsync(async () =>
    {
        var asked = time.GetUtcNow();
        try
        {
            var request = new StartExecutionRequest { StateMachineArn = settings.MachineArn(machine), Name = name, Input = input.GetRawText() };
            var started = await client.Value.StartExecutionAsync(request, cancellationToken);
            return started.StartDate is { } at && at.ToUniversalTime() < (asked - _skew).UtcDateTime ? StartResult.Running : StartResult.Started;
        }
        catch (ExecutionAlreadyExistsException)
        {
            return StartResult.AlreadyExists;
        }
    });

    public Task SendTaskSuccessAsync(string token, JsonElement output, CancellationToken cancellationToken) => AnswerAsync(() =>
        client.Value.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = output.GetRawText() }, cancellationToken));

    public Task SendTaskFailureAsync(string token, string error, string cause, CancellationToken cancellationToken) => AnswerAsync(() =>
        client.Value.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = token, Error = error, Cause = cause }, cancellationToken));

    public async Task<bool> IsRunningAsync(string machine, string name, CancellationToken cancellationToken) =>
        (await DescribeAsync(machine, name, cancellationToken))?.Status == ExecutionStatus.RUNNING;

    public async Task<ExecutionSubject?> FindSubjectAsync(string machine, string name, CancellationToken cancellationToken)
    {
        if ((await DescribeAsync(machine, name, cancellationToken))?.Input is not { } input)
        {
            return null;
        }

        using var document = JsonDocument.Parse(input);
        var call = StageCall.Of("", "", document.RootElement);
        return call is { App: { } app, ReleaseId: { } id } ? new ExecutionSubject(app, id) : null;
    }

    private Task<DescribeExecutionResponse?> DescribeAsync(string machine, string name, CancellationToken cancellationToken) => CallAsync<DescribeExecutionResponse?>(async () =>
    {
        try
        {
            return await client.Value.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = settings.ExecutionArn(machine, name) }, cancellationToken);
        }
        catch (Exception missing) when (missing is ExecutionDoesNotExistException or InvalidArnException)
        {
            return null;
        }
    });

    private static async Task AnswerAsync<TResponse>(Func<Task<TResponse>> send)
    {
        try
        {
            await CallAsync(send);
        }
        catch (ProviderRefusedException over) when (over.InnerException is TaskDoesNotExistException or TaskTimedOutException or InvalidTokenException)
        {
            throw new ReleaseNotFoundException("No state waits for the task 'token' any more. Tokens are answered once, in time. Look at the release's status.", over);
        }
    }

    private static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception passing) when (IsPassing(passing))
        {
            throw new ProviderUnavailableException($"Step Functions did not answer: '{passing.Message}'. It is asked again.", passing);
        }
        catch (AmazonServiceException refused)
        {
            throw new ProviderRefusedException(
                $"Step Functions said '{refused.ErrorCode}': {refused.Message} (request id {refused.RequestId ?? "unknown"}). Correct what it names: the right, the machine's name or the region.", refused);
        }
    }

    private static bool IsPassing(Exception failure) => failure switch
    {
        AmazonServiceException answered => (int)answered.StatusCode is 0 or >= 500 || answered.ErrorCode is "ThrottlingException" or "ExecutionLimitExceeded",
        AmazonClientException or HttpRequestException => true,
        _ => false,
    };
}
