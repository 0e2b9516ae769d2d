using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Doctor;

/// <param name="About">What was looked at: the file, the engine, or a target and one of its ports.</param>
internal sealed record DoctorFinding(string About, DiagnosisLevel Level, string Text);
