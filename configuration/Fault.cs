namespace BlueGreenServerless.Configuration;

/// <summary>One thing that is wrong in the user's file.</summary>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
/// <param name="Column">From 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong, the value in quotes, what is allowed, what to do.</param>
public sealed record Fault(string File, int Line, int Column, string Message)
{
    /// <summary><c>bluegreen.yaml:12:7: …</c>, which terminals and editors make a link of.</summary>
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}";
}
