namespace BlueGreenServerless.Plans;

/// <summary>Durations as people write them in bluegreen.yaml: 90s, 10m, 24h.</summary>
public static class Durations
{
    public static string Of(TimeSpan time) => time switch
    {
        { Ticks: <= 0 } => "0s",
        { TotalSeconds: < 10 } => $"{time.TotalSeconds:0.#}s",
        { TotalMinutes: < 1 } => $"{(int)time.TotalSeconds}s",
        { TotalHours: < 1 } => Two(time.Minutes, "m", time.Seconds, "s"),
        { TotalDays: < 1 } => Two(time.Hours, "h", time.Minutes, "m"),
        _ => Two((int)time.TotalDays, "d", time.Hours, "h"),
    };

    private static string Two(int large, string unit, int small, string smallUnit) => small == 0 ? $"{large}{unit}" : $"{large}{unit} {small}{smallUnit}";
}
