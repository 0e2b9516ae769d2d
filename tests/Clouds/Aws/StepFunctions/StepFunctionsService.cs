using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Events;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Clouds.Aws.StepFunctions;

/// <summary>AWS Step Functions, API version 2016-11-23, over the embedded engine.</summary>
internal sealed class StepFunctionsService(AwsDoubleOptions options, EventBus events, Func<StateMachines?> machines)
{
    private const int MostBytes = 262144;

    private readonly StateMachineArn arns = new(options);
    private readonly ConcurrentDictionary<string, Lazy<Task>> followed = new(StringComparer.Ordinal);

    private StateMachines Machines => machines() ?? throw new AwsException("StateMachineDoesNotExist", "State Machine Does Not Exist");

    private EmbeddedEngine Engine => Machines.Engine;

    public JsonService Service() => new("states", "AWSStepFunctions", "1.0", new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["StartExecution"] = StartAsync,
        ["DescribeExecution"] = DescribeAsync,
        ["StopExecution"] = StopAsync,
        ["ListExecutions"] = ListAsync,
        ["GetExecutionHistory"] = HistoryAsync,
        ["SendTaskSuccess"] = input => AnsweredAsync(input, token => Engine.SendTaskSuccessAsync(token, Json(input.Required("output"), "InvalidOutput"), CancellationToken.None)),
        ["SendTaskFailure"] = input => AnsweredAsync(input, token => Engine.SendTaskFailureAsync(token, input.Text("error") ?? "", input.Text("cause") ?? "", CancellationToken.None)),
        ["SendTaskHeartbeat"] = input => AnsweredAsync(input, token => Engine.SendTaskHeartbeatAsync(token, CancellationToken.None)),
        ["DescribeStateMachine"] = input => Task.FromResult<JsonObject?>(DescribeMachine(input)),
        ["ListStateMachines"] = input => Task.FromResult<JsonObject?>(ListMachines(input)),
    });

    /// <summary>Tells EventBridge how the execution goes on, once however often it is asked for.</summary>
    public void Follow(string machine, string name) => _ = followed.GetOrAdd($"{machine}:{name}", _ => new Lazy<Task>(() => FollowAsync(machine, name))).Value;

    private async Task<JsonObject?> StartAsync(Input input)
    {
        var machine = Known(arns.MachineOf(input.Required("stateMachineArn"))).Name;
        var name = StateMachineArn.CheckedName(input.Text("name") ?? RequestIds.Of(options.Clock.GetUtcNow().UtcTicks % 0xFFFFFFFFFFFF, 'f'));
        var result = await Engine.StartAsync(machine, name, Json(input.Text("input") ?? "{}", "InvalidExecutionInput"), CancellationToken.None);
        if (result == StartResult.AlreadyExists)
        {
            throw new AwsException("ExecutionAlreadyExists", $"Execution Already Exists: '{arns.Execution(machine, name)}'");
        }

        Follow(machine, name);
        var execution = await Engine.DescribeAsync(machine, name);
        return new JsonObject { ["executionArn"] = arns.Execution(machine, name), ["startDate"] = JsonTime.Of(execution!.Started) };
    }

    private async Task<JsonObject?> DescribeAsync(Input input)
    {
        var execution = await FindAsync(input, seenOnly: true);
        var answer = Summary(execution);
        (answer["input"], answer["inputDetails"]) = (execution.Input.GetRawText(), new JsonObject { ["included"] = true });
        if (execution.Output is { } output)
        {
            (answer["output"], answer["outputDetails"]) = (output.GetRawText(), new JsonObject { ["included"] = true });
        }

        if (execution.Error is not null)
        {
            (answer["error"], answer["cause"]) = (execution.Error, execution.Cause ?? "");
        }

        return answer;
    }

    private async Task<JsonObject?> StopAsync(Input input)
    {
        var execution = await FindAsync(input, seenOnly: false);
        await Engine.StopAsync(execution.Machine, execution.Name, input.Text("error") ?? "", input.Text("cause") ?? "", CancellationToken.None);
        return new JsonObject { ["stopDate"] = JsonTime.Of(options.Clock.GetUtcNow()) };
    }

    private async Task<JsonObject?> ListAsync(Input input)
    {
        var machine = Known(arns.MachineOf(input.Required("stateMachineArn"))).Name;
        var all = (await Engine.ListAsync(limit: int.MaxValue)).Where(execution => execution.Machine == machine && IsSeen(execution))
            .Where(execution => input.Text("statusFilter") is not { } status || status == Word(execution.Status)).OrderByDescending(execution => execution.Started);
        return Page(input, "executions", "maxResults", [.. all], Summary);
    }

    private async Task<JsonObject?> HistoryAsync(Input input)
    {
        var execution = await FindAsync(input, seenOnly: true);
        var history = await Engine.HistoryAsync(execution.Machine, execution.Name);
        var rows = input.Flag("reverseOrder") == true ? history.Reverse() : history;
        var before = HistoryAnswers.Predecessors(history);
        return Page(input, "events", "maxResults", [.. rows], row => HistoryAnswers.Of(row, before[row.Id], options.Region, input.Flag("includeExecutionData") ?? true));
    }

    private static async Task<JsonObject?> AnsweredAsync(Input input, Func<string, Task> answer)
    {
        try
        {
            await answer(input.Required("taskToken"));
            return [];
        }
        catch (ReleaseNotFoundException)
        {
            throw new AwsException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
        }
    }

    private JsonObject DescribeMachine(Input input)
    {
        var machine = Known(arns.MachineOf(input.Required("stateMachineArn")));
        var answer = Listed(machine);
        (answer["status"], answer["definition"]) = ("ACTIVE", machine.Json);
        answer["roleArn"] = $"arn:aws:iam::{options.Account}:role/{machine.Name}";
        return answer;
    }

    private JsonObject ListMachines(Input input) => Page(input, "stateMachines", "maxResults", [.. Machines.Definitions.OrderBy(machine => machine.Name, StringComparer.Ordinal)], Listed);

    private JsonObject Listed(StateMachineDefinition machine) => new()
    {
        ["stateMachineArn"] = arns.Machine(machine.Name), ["name"] = machine.Name, ["type"] = "STANDARD", ["creationDate"] = JsonTime.Of(Machines.Created),
    };

    private JsonObject Summary(Execution execution)
    {
        var answer = new JsonObject
        {
            ["executionArn"] = arns.Execution(execution.Machine, execution.Name),
            ["stateMachineArn"] = arns.Machine(execution.Machine),
            ["name"] = execution.Name,
            ["status"] = Word(execution.Status),
            ["startDate"] = JsonTime.Of(execution.Started),
        };
        if (execution.Stopped is { } stopped)
        {
            answer["stopDate"] = JsonTime.Of(stopped);
        }

        return answer;
    }

    // Tells EventBridge how the execution ended
    private async Task FollowAsync(string machine, string name)
    {
        Told(await Engine.DescribeAsync(machine, name));
        Told(await Engine.WaitAsync(machine, name, CancellationToken.None));
    }

    private void Told(Execution? execution)
    {
        if (execution is null)
        {
            return;
        }

        var detail = Summary(execution);
        (detail["startDate"], detail["stopDate"]) = (execution.Started.ToUnixTimeMilliseconds(), execution.Stopped?.ToUnixTimeMilliseconds());
        (detail["input"], detail["output"]) = (execution.Input.GetRawText(), execution.Output?.GetRawText());
        (detail["error"], detail["cause"]) = (execution.Error, execution.Cause);
        events.Publish("aws.states", "Step Functions Execution Status Change", [arns.Execution(execution.Machine, execution.Name)], detail);
    }

    private async Task<Execution> FindAsync(Input input, bool seenOnly)
    {
        var (machine, name) = arns.ExecutionOf(input.Required("executionArn"));
        return await Engine.DescribeAsync(machine, name) is { } execution && (!seenOnly || IsSeen(execution))
            ? execution
            : throw new AwsException("ExecutionDoesNotExist", $"Execution Does Not Exist: '{input.Text("executionArn")}'");
    }

    // Reads are eventually consistent
    private bool IsSeen(Execution execution) => options.Clock.GetUtcNow() >= execution.Started + options.ReadLag;

    private StateMachineDefinition Known(string name) =>
        Machines.Definitions.FirstOrDefault(machine => machine.Name == name) ?? throw new AwsException("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arns.Machine(name)}'");

    private JsonObject Page<T>(Input input, string name, string limit, IReadOnlyList<T> all, Func<T, JsonObject> describe)
    {
        var (items, next) = Pages.Cut(all, input.Text("nextToken"), options.Page(input.Number(limit, 0, 1000) is { } most and > 0 ? most : 100));
        var answer = new JsonObject { [name] = new JsonArray([.. items.Select(item => (JsonNode)describe(item))]) };
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
    }

    private static JsonElement Json(string text, string code)
    {
        try
        {
            return Encoding.UTF8.GetByteCount(text) <= MostBytes ? JsonElement.Parse(text) : throw new AwsException(code, "The input is longer than 262144 bytes");
        }
        catch (JsonException broken)
        {
            throw new AwsException(code, $"Invalid JSON: '{broken.Message}'");
        }
    }

    private static string Word(ExecutionStatus status) => status == ExecutionStatus.TimedOut ? "TIMED_OUT" : status.ToString().ToUpperInvariant();
}
