namespace BlueGreenServerless.Cli.Narration;

/// <summary>What every wait says: since when, and until when it may last.</summary>
internal static class Until
{
    public static string Of(DateTimeOffset since, TimeSpan deadline) => $"since {Clock(since)}, until {Clock(since + deadline)} at the latest";

    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss'Z'");
}
