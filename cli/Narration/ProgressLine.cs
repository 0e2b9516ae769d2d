namespace BlueGreenServerless.Cli.Narration;

/// <summary>One thing that happened in a release, as a sentence under its stage's name.</summary>
/// <param name="Stage">The word of the stage, as in the state machine.</param>
/// <param name="Target">Null when it concerns the whole release.</param>
/// <param name="Failed">True when it is why the release goes no further.</param>
public sealed record ProgressLine(DateTimeOffset At, string Stage, string? Target, string Text, bool Failed = false)
{
    private const int StageWidth = 12;

    public string ToText(int nameWidth) => $"{Stage.PadRight(StageWidth)}  {(Target ?? "").PadRight(nameWidth)}  {Text}";
}
