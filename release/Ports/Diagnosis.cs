using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Ports;

/// <summary>One finding of the doctor.</summary>
/// <param name="Text">
/// For a warning and worse in four parts: what was found, the value in quotes, what is allowed, what to do. Else one short sentence without a full stop.
/// </param>
public sealed record Diagnosis(DiagnosisLevel Level, string Text)
{
    public static Diagnosis Fine(string text) => new(DiagnosisLevel.Fine, text);

    public static Diagnosis Warning(string text) => new(DiagnosisLevel.Warning, text);

    public static Diagnosis Blocking(string text) => new(DiagnosisLevel.Blocking, text);

    /// <summary>Looks, and makes a failure to look a finding that blocks: a release would fail in the same way.</summary>
    public static async Task<IReadOnlyList<Diagnosis>> LookAsync(Func<Task<IReadOnlyList<Diagnosis>>> look)
    {
        try
        {
            return await look();
        }
        catch (ReleaseException failure)
        {
            return [Blocking(failure.Message)];
        }
    }
}
