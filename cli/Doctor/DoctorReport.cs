namespace BlueGreenServerless.Cli.Doctor;

/// <param name="Ready">Nothing was found that would stop a release.</param>
/// <param name="Findings">The worst first.</param>
internal sealed record DoctorReport(string App, bool Ready, IReadOnlyList<DoctorFinding> Findings);
