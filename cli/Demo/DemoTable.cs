using System.Globalization;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>The end of the demo in words and numbers.</summary>
internal static class DemoTable
{
    public static string Text(DemoResult result)
    {
        (string Name, string Value)[] rows =
        [
            ("requests", Number(result.Requests)),
            ("lost by the switch", Number(result.LostByTheSwitch)),
            .. result.Answered.Select(version => ($"answered by v{version.Version}", Number(version.Requests))),
            ($"errors of v{result.Broken} shown to users", $"{result.BrokenErrors} ({result.BrokenErrorsShare:0.00%} of all requests)"),
            .. result.Moves.Select(move => ($"{move.What}: decision to last v{move.From} answer", Seconds(move.DecidedToLastOldAnswer.TotalSeconds))),
            .. result.Moves.Where(move => move.What.StartsWith("rollback", StringComparison.Ordinal)).Select(move => ($"{move.What}: whole time", Seconds(move.Took.TotalSeconds))),
            ("start of the demo to first traffic", Seconds(result.SecondsToFirstTraffic)),
        ];
        var width = rows.Max(row => row.Name.Length);
        var line = new string('─', width + 34);
        return string.Join('\n', ["", line, .. rows.Select(row => $"{row.Name.PadRight(width)}  {row.Value}"), line, Verdict(result)]);
    }

    private static string Verdict(DemoResult result) => result.Faults.Count == 0
        ? "Nobody lost a request. Everything that the demo started is stopped, and its directory is gone."
        : "NOT AS IT SHOULD BE: " + string.Join("; ", result.Faults);

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds < 10 ? $"{seconds:0.000} s" : $"{seconds:0.0} s";
}
