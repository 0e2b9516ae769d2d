using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Doctor;

internal static class DoctorText
{
    public static string Of(DoctorReport report)
    {
        var width = report.Findings.Select(finding => finding.About.Length).DefaultIfEmpty(0).Max();
        return string.Join('\n', report.Findings.Select(finding => $"{Word(finding.Level),-7}  {finding.About.PadRight(width)}  {finding.Text}").Append(Sum(report)));
    }

    private static string Sum(DoctorReport report)
    {
        var (stops, warns) = (Count(report, DiagnosisLevel.Blocking), Count(report, DiagnosisLevel.Warning));
        return stops > 0
            ? $"\nA release of '{report.App}' would not get through: {stops} thing(s) to put right{(warns > 0 ? $", {warns} to know" : "")}. Nothing was changed."
            : $"\nNothing stands in the way of a release of '{report.App}'{(warns > 0 ? $"; {warns} thing(s) to know" : "")}. Nothing was changed.";
    }

    private static int Count(DoctorReport report, DiagnosisLevel level) => report.Findings.Count(finding => finding.Level == level);

    private static string Word(DiagnosisLevel level) => level switch
    {
        DiagnosisLevel.Blocking => "STOPS",
        DiagnosisLevel.Warning => "warning",
        _ => "fine",
    };
}
