using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Cli.Planning;

/// <summary>What a release would do.</summary>
/// <param name="Artifact">Null when none was named.</param>
/// <param name="Shifts">The ramp with times, counted from the first shift.</param>
/// <param name="Writes">Writes to load balancers that a release without trouble makes, all targets together.</param>
/// <param name="Obstacles">What would refuse the release now; empty when nothing would.</param>
internal sealed record PlannedRelease(
    string App, Artifact? Artifact, IReadOnlyList<PlannedTarget> Targets, IReadOnlyList<PlannedShift> Shifts, bool Approval, InstallPlan Install,
    IReadOnlyList<SmokeCheck> Smoke, TimeSpan Bake, TimeSpan RollbackWindow, int Writes, IReadOnlyList<string> Obstacles);
