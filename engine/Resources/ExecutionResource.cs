using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Running;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Engine.Resources;

/// <summary><c>states:startExecution</c>, and with <c>.sync</c> or <c>.sync:2</c> waiting for its end.</summary>
internal sealed class ExecutionResource(SyncMode mode) : ITaskResource
{
    public bool NeedsToken => false;

    public bool OutlivesProcess => mode != SyncMode.Started;

    public JsonElement Target(JsonElement arguments) => arguments.GetProperty("StateMachineArn");

    public async Task<JsonElement> RunAsync(TaskAttempt attempt)
    {
        var branch = attempt.Branch;
        var (machine, name) = (MachineOf(attempt), NameOf(attempt));
        if (branch.Position.Phase != Phase.Submitted)
        {
            await StartAsync(attempt, machine, name);
        }

        return mode == SyncMode.Started
            ? JsonText.Object(("ExecutionArn", JsonText.String(Arns.Execution(machine, name))), ("StartDate", Milliseconds(branch.Now)))
            : await WaitAsync(attempt, machine, name);
    }

    private static async Task StartAsync(TaskAttempt attempt, string machine, string name)
    {
        var branch = attempt.Branch;
        var children = branch.Run.Parts.Children;
        if (!children.Knows(machine))
        {
            throw new StateFailedException("StepFunctions.StateMachineDoesNotExistException", $"There is no state machine '{machine}'.");
        }

        var input = attempt.Arguments.TryGetProperty("Input", out var given) ? given : JsonText.EmptyObject;
        if (await children.StartAsync(machine, name, input, branch.AttemptKey) == StartResult.AlreadyExists)
        {
            throw new StateFailedException(
                "StepFunctions.ExecutionAlreadyExistsException", $"There is an execution '{name}' of '{machine}' already, closed or with another input.");
        }

        branch.Record("TaskSubmitted");
        await branch.CommitAsync(Phase.Submitted, attempt.Due);
    }

    private async Task<JsonElement> WaitAsync(TaskAttempt attempt, string machine, string name)
    {
        var branch = attempt.Branch;
        try
        {
            var ended = await branch.Run.Parts.Children.WaitAsync(machine, name, branch, attempt.Due);
            var result = Describe(ended, mode == SyncMode.EndedWithJson);
            return ended.Status switch
            {
                ExecutionStatus.Succeeded => result,
                ExecutionStatus.Running => throw new StateFailedException(ErrorNames.Timeout, $"The execution '{name}' of '{machine}' did not end in time."),
                _ => throw new StateFailedException(ErrorNames.TaskFailed, JsonText.Compact(result)),
            };
        }
        catch (OperationCanceledException) when (!branch.Run.LeavesChildrenAlone)
        {
            // as Step Functions does for .sync: who stops the outer execution stops the inner one
            await branch.Run.Parts.Children.StopAsync(machine, name, "ParentStopped", $"The execution '{branch.Run.Name}' that waited for it was stopped.");
            throw;
        }
    }

    private static JsonElement Describe(Execution ended, bool asJson)
    {
        JsonElement Shown(JsonElement value) => asJson ? value : JsonText.String(JsonText.Compact(value));
        List<(string, JsonElement)> fields =
        [
            ("ExecutionArn", JsonText.String(Arns.Execution(ended.Machine, ended.Name))),
            ("Input", Shown(ended.Input)),
            ("Name", JsonText.String(ended.Name)),
            ("StartDate", Milliseconds(ended.Started)),
            ("StateMachineArn", JsonText.String(Arns.StateMachine(ended.Machine))),
            ("Status", JsonText.String(ended.Status.Word())),
        ];
        AddIf(fields, "Output", ended.Output is { } output ? Shown(output) : null);
        AddIf(fields, "Error", ended.Error is { } error ? JsonText.String(error) : null);
        AddIf(fields, "Cause", ended.Cause is { } cause ? JsonText.String(cause) : null);
        AddIf(fields, "StopDate", ended.Stopped is { } stopped ? Milliseconds(stopped) : null);
        return JsonText.Object([.. fields]);
    }

    private static void AddIf(List<(string, JsonElement)> fields, string name, JsonElement? value)
    {
        if (value is { } given)
        {
            fields.Add((name, given));
        }
    }

    private static string MachineOf(TaskAttempt attempt) => Arns.MachineOf(TextOf(attempt, "StateMachineArn")!);

    /// <summary>Without a name, one that is the same when the attempt goes on after a crash.</summary>
    private static string NameOf(TaskAttempt attempt) => TextOf(attempt, "Name")
        ?? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(attempt.Branch.AttemptKey)).AsSpan(0, 16)).ToString("D");

    private static string? TextOf(TaskAttempt attempt, string field)
    {
        if (!attempt.Arguments.TryGetProperty(field, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new StateFailedException(ErrorNames.Runtime, $"{field} is '{value.GetRawText()}', which is not text.");
    }

    private static JsonElement Milliseconds(DateTimeOffset time) => JsonText.Number(time.ToUnixTimeMilliseconds());
}
