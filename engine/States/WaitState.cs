using System.Text.Json;
using BlueGreenServerless.Engine.Choices;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>Waits for a time. The time is journalled, so a resumed wait ends when the first one would have.</summary>
internal sealed class WaitState : State
{
    private static readonly string[] Times = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];

    private readonly InOutPath inputPath;
    private readonly InOutPath outputPath;
    private readonly SecondsField? seconds;
    private readonly ReferencePath? timestampPath;
    private readonly DateTimeOffset? timestamp;
    private readonly string? next;

    public WaitState(string name, Fields fields)
        : base(name)
    {
        inputPath = InOutPath.Read(fields, "InputPath");
        outputPath = InOutPath.Read(fields, "OutputPath");
        seconds = SecondsField.Read(fields, "Seconds", 0);
        timestampPath = fields.Path("TimestampPath");
        timestamp = ReadTimestamp(fields);
        next = ReadNext(fields);
        if (Times.Count(fields.Has) != 1)
        {
            fields.Report("it must have exactly one of 'Seconds', 'SecondsPath', 'Timestamp' and 'TimestampPath'");
        }
    }

    public override string Type => "Wait";

    public override IEnumerable<string> Targets => next is null ? [] : [next];

    public override async Task<Transition> RunAsync(Branch branch)
    {
        var scope = branch.Scope();
        var input = inputPath.Apply(scope);
        if (branch.Position.Phase != Phase.Waiting)
        {
            await branch.CommitAsync(Phase.Waiting, Due(branch, scope.With(input)));
        }

        await branch.PauseAsync(branch.Position.Due!.Value);
        return new Transition(next, outputPath.Apply(scope.With(input)));
    }

    private DateTimeOffset Due(Branch branch, Scope scope)
    {
        if (seconds is not null)
        {
            return branch.Now + seconds.Get(scope);
        }

        return timestamp ?? Parse(scope.Get(timestampPath!, "TimestampPath"));
    }

    private static DateTimeOffset Parse(JsonElement value) => Timestamps.Parse(value) ?? throw new StateFailedException(
        ErrorNames.Runtime, $"The field 'TimestampPath' finds '{value.GetRawText()}'. A time such as 2026-01-31T12:00:00Z is allowed.");

    private static DateTimeOffset? ReadTimestamp(Fields fields)
    {
        if (fields.Raw("Timestamp") is not { } raw)
        {
            return null;
        }

        if (Timestamps.Parse(raw) is not { } time)
        {
            fields.Wrong("Timestamp", raw, "a time such as 2026-01-31T12:00:00Z");
            return null;
        }

        return time;
    }
}
