namespace BlueGreenServerless.Functions.Hosting.Events;

/// <summary>What came of an event that was not refused.</summary>
/// <param name="Accepted">False when it is none of ours, or nothing was to be done.</param>
/// <param name="Message">In words, for the record.</param>
public sealed record EventResult(bool Accepted, string Message, string? ReleaseId = null)
{
    public static EventResult Ignored(string why) => new(false, why);
}
