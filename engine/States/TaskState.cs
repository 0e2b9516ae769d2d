using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;
using BlueGreenServerless.Engine.Resources;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>Hands work to a function or another state machine.</summary>
internal sealed class TaskState : FallibleState
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(99_999_999);

    private readonly InOutPath inputPath;
    private readonly InOutPath outputPath;
    private readonly ResultPath resultPath;
    private readonly Template? parameters;
    private readonly Template? resultSelector;
    private readonly SecondsField? timeout;
    private readonly SecondsField? heartbeat;
    private readonly ITaskResource? resource;
    private readonly string resourceName;

    public TaskState(string name, Fields fields)
        : base(name, fields)
    {
        inputPath = InOutPath.Read(fields, "InputPath");
        outputPath = InOutPath.Read(fields, "OutputPath");
        resultPath = ResultPath.Read(fields);
        parameters = fields.Template("Parameters");
        resultSelector = fields.Template("ResultSelector");
        timeout = SecondsField.Read(fields, "TimeoutSeconds", 1);
        heartbeat = SecondsField.Read(fields, "HeartbeatSeconds", 1);
        resourceName = fields.RequiredText("Resource");
        resource = ResourceReader.Read(resourceName, fields);
        if (heartbeat is not null && resource is { NeedsToken: false })
        {
            fields.Report("it has a heartbeat, but only a task that waits for its token can send one");
        }
    }

    public override string Type => "Task";

    protected override string FailureEvent(string error) =>
        error is ErrorNames.Timeout or ErrorNames.HeartbeatTimeout ? "TaskTimedOut" : "TaskFailed";

    protected override async Task<JsonElement> AttemptAsync(Branch branch)
    {
        if (resource!.NeedsToken)
        {
            branch.EnsureToken();
        }

        var scope = branch.Scope();
        var seen = scope.With(inputPath.Apply(scope));
        var arguments = DataLimit.Check(parameters?.Evaluate(seen) ?? seen.Input, $"The payload of the state '{Name}'");
        var due = await ScheduleAsync(branch, seen, arguments);
        using var attempt = new TaskAttempt(branch, arguments, due, heartbeat?.Get(seen));
        var result = DataLimit.Check(await resource.RunAsync(attempt), $"The result of the state '{Name}'");
        branch.Record("TaskSucceeded", ("output", result));
        var selected = resultSelector?.Evaluate(scope.With(result)) ?? result;
        return outputPath.Apply(scope.With(resultPath.Apply(branch.Input, selected)));
    }

    /// <summary>Commits that the task is handed out, and until when. An attempt that lives on after a crash keeps its time.</summary>
    private async Task<DateTimeOffset> ScheduleAsync(Branch branch, Scope seen, JsonElement arguments)
    {
        var position = branch.Position;
        var due = resource!.OutlivesProcess && position.Phase is Phase.Scheduled or Phase.Submitted
            ? position.Due!.Value
            : branch.Now + (timeout?.Get(seen) ?? Forever);
        if (position.Phase != Phase.Submitted)
        {
            branch.Record("TaskScheduled", ("resource", JsonText.String(resourceName)), ("target", resource.Target(arguments)));
            await branch.CommitAsync(Phase.Scheduled, due);
        }

        return due;
    }
}
