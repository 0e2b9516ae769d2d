namespace BlueGreenServerless.Cli.Planning;

/// <param name="Percent">Percent of the traffic on the new version.</param>
/// <param name="After">Earliest time after the first shift.</param>
internal sealed record PlannedShift(int Percent, TimeSpan After);
