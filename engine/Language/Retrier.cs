namespace BlueGreenServerless.Engine.Language;

/// <summary>One entry of Retry.</summary>
internal sealed class Retrier
{
    private readonly double interval;
    private readonly double rate;
    private readonly double? longest;
    private readonly bool jitter;

    private Retrier(Fields fields)
    {
        ErrorEquals = ErrorList.Read(fields);
        interval = (double)(fields.Number("IntervalSeconds", 1) ?? 1);
        rate = (double)(fields.Number("BackoffRate", 1, whole: false) ?? 2);
        MaxAttempts = (int)(fields.Number("MaxAttempts", 0) ?? 3);
        longest = (double?)fields.Number("MaxDelaySeconds", 1);
        jitter = ReadJitter(fields);
        fields.Done();
    }

    public IReadOnlyList<string> ErrorEquals { get; }

    public int MaxAttempts { get; }

    public static Retrier Read(Fields fields) => new(fields);

    public bool Takes(string error) => ErrorEquals.Any(pattern => ErrorNames.Takes(pattern, error));

    /// <summary>How long to wait before the try after so many retries. Full jitter: anything from nothing to the whole delay.</summary>
    public TimeSpan Delay(int retriesBefore, Func<double> nextRandom)
    {
        const double MostSeconds = 99_999_999;
        var seconds = Math.Min(interval * Math.Pow(rate, retriesBefore), longest ?? MostSeconds);
        return TimeSpan.FromSeconds(jitter ? seconds * nextRandom() : seconds);
    }

    private static bool ReadJitter(Fields fields)
    {
        var strategy = fields.Text("JitterStrategy") ?? "NONE";
        if (strategy is not ("FULL" or "NONE"))
        {
            fields.Report($"the field 'JitterStrategy' is '{strategy}'. Allowed are FULL and NONE");
        }

        return strategy == "FULL";
    }
}
