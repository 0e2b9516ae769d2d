using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Providers.Aws.Clients;
using ApiEvent = Amazon.StepFunctions.Model.HistoryEvent;
using ExecutionStatus = BlueGreenServerless.Engine.ExecutionStatus;
using HistoryEvent = BlueGreenServerless.Engine.HistoryEvent;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>
/// Executions as Step Functions tells them. Its history has no "since", so news are read from its end backwards, down to what is known;
/// only the first reading goes through all of it.
/// </summary>
internal sealed class StepFunctionsLog(Lazy<IAmazonStepFunctions> client, HostSettings settings) : IExecutionLog
{
    private const int WholePage = 1000;
    private const int NewsPage = 100;

    private readonly ConcurrentDictionary<string, HistoryPlaces> places = new(StringComparer.Ordinal);

    public Task<Execution?> DescribeAsync(string machine, string name, CancellationToken cancellationToken) => AwsCall.RunAsync<Execution?>(
        $"reading the {machine} '{name}'",
        async () =>
        {
            try
            {
                var request = new DescribeExecutionRequest { ExecutionArn = settings.ExecutionArn(machine, name) };
                return Of(machine, await client.Value.DescribeExecutionAsync(request, cancellationToken));
            }
            catch (Exception missing) when (missing is ExecutionDoesNotExistException or InvalidArnException)
            {
                return null;
            }
        });

    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string machine, string name, long afterId, CancellationToken cancellationToken)
    {
        var request = new GetExecutionHistoryRequest
        {
            ExecutionArn = settings.ExecutionArn(machine, name), IncludeExecutionData = true,
            ReverseOrder = afterId > 0, MaxResults = afterId > 0 ? NewsPage : WholePage,
        };
        var found = new List<ApiEvent>();
        do
        {
            var page = await PageAsync(request, cancellationToken);
            found.AddRange(page.Events ?? []);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 } && !found.Exists(happened => happened.Id <= afterId));

        var known = places.GetOrAdd(request.ExecutionArn, _ => new HistoryPlaces());
        return [.. found.Where(happened => happened.Id > afterId).OrderBy(happened => happened.Id).Select(happened => Of(happened, known.Of(happened)))];
    }

    private Task<GetExecutionHistoryResponse> PageAsync(GetExecutionHistoryRequest request, CancellationToken cancellationToken) => AwsCall.RunAsync(
        "reading the history of the execution",
        async () =>
        {
            try
            {
                return await client.Value.GetExecutionHistoryAsync(request, cancellationToken);
            }
            catch (Exception missing) when (missing is ExecutionDoesNotExistException or InvalidArnException)
            {
                // reads may lag behind a start
                return new GetExecutionHistoryResponse();
            }
        });

    private static Execution Of(string machine, DescribeExecutionResponse answer)
    {
        var status = StatusOf(answer.Status);
        return new Execution(
            machine, answer.Name, status, JsonElement.Parse(answer.Input ?? "{}"), answer.Output is { } output ? JsonElement.Parse(output) : null,
            answer.Error, answer.Cause, Time(answer.StartDate) ?? default, Time(answer.StopDate), [], NextWakeUp: null,
            HasLivingOwner: status == ExecutionStatus.Running);
    }

    private static HistoryEvent Of(ApiEvent happened, (string Branch, string? State) place) =>
        new(happened.Id ?? 0, Time(happened.Timestamp) ?? default, happened.Type.Value, place.Branch, place.State, Details(happened));

    private static JsonElement? Details(ApiEvent happened) => happened switch
    {
        { StateEnteredEventDetails.Input: { } input } => JsonSerializer.SerializeToElement(new { input = JsonElement.Parse(input) }),
        { TaskFailedEventDetails: { } failed } => JsonSerializer.SerializeToElement(new { error = failed.Error, cause = failed.Cause }),
        { TaskTimedOutEventDetails: { } late } => JsonSerializer.SerializeToElement(new { error = late.Error, cause = late.Cause }),
        _ => null,
    };

    private static ExecutionStatus StatusOf(Amazon.StepFunctions.ExecutionStatus status) => status.Value switch
    {
        "SUCCEEDED" => ExecutionStatus.Succeeded,
        "FAILED" => ExecutionStatus.Failed,
        "TIMED_OUT" => ExecutionStatus.TimedOut,
        "ABORTED" => ExecutionStatus.Aborted,
        _ => ExecutionStatus.Running,
    };

    private static DateTimeOffset? Time(DateTime? time) => time is { } known ? new DateTimeOffset(known.ToUniversalTime()) : null;
}
