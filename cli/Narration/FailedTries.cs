using System.Text.Json;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Narration;

/// <summary>
/// Says that a stage is tried again, and why: no document changes while it is, and a provider that does not answer may keep a release at one
/// stage for minutes. What is not tried again is told by the document.
/// </summary>
internal sealed class FailedTries
{
    private const int MostOfWhy = 300;

    private readonly Dictionary<(string Machine, string Branch), string> _targets = [];
    private readonly Dictionary<(string Machine, string Branch), (string? State, string Why)> _failed = [];

    public IEnumerable<ProgressLine> Tell(string machine, HistoryEvent happened)
    {
        var place = (machine, happened.Branch);
        switch (happened.Type)
        {
            case "TaskFailed" or "TaskTimedOut":
                _failed[place] = (happened.State, Why(happened));
                break;
            case "TaskScheduled" when _failed.Remove(place, out var failed) && failed.State == happened.State && failed.State is { } stage:
                return [new ProgressLine(happened.Timestamp, stage, _targets.GetValueOrDefault(place), $"is tried again: {failed.Why}")];
            case var entered when entered.EndsWith("StateEntered", StringComparison.Ordinal):
                _failed.Remove(place);
                Remember(place, happened);
                break;
        }

        return [];
    }

    private void Remember((string Machine, string Branch) place, HistoryEvent happened)
    {
        _targets.Remove(place);
        if (happened.Details is { ValueKind: JsonValueKind.Object } details && Member(details, "input") is { } input
            && Member(input, "target") is { } target && Member(target, "name") is { ValueKind: JsonValueKind.String } name)
        {
            _targets[place] = name.GetString()!;
        }
    }

    /// <summary>A function's exception comes as JSON with its message, other errors as text or without any.</summary>
    private static string Why(HistoryEvent failed)
    {
        var error = failed.Details is { } details ? Text(details, "error") : null;
        var cause = failed.Details is { } given ? Text(given, "cause") : null;
        var why = cause is ['{', ..] ? Message(cause) ?? cause : cause;
        return why is { Length: > MostOfWhy } ? $"{why[..MostOfWhy]}..." : why ?? error ?? "no reason was recorded";
    }

    private static string? Message(string cause)
    {
        try
        {
            return Text(JsonElement.Parse(cause), "errorMessage");
        }
        catch (JsonException)
        {
            // cut off on its way: the beginning says enough
            return null;
        }
    }

    private static string? Text(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : null;
}
