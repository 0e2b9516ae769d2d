namespace BlueGreenServerless.Ports;

/// <summary>
/// A port that can be examined before the first release. Optional: a router, hosts, a fleet or metrics implement it beside their port, and
/// <c>bluegreen doctor</c> asks them. What every port can be asked (the traffic, the number of hosts, hosts that cannot be worked on, alarms)
/// the doctor asks by itself; here belongs what only the provider knows: a token without a right, a pool that nobody checks, a trap in the
/// settings of a load balancer.
/// </summary>
public interface IDiagnosed
{
    /// <summary>
    /// Looks at all that a release will need and reports everything at once, what is fine too. Reads only. What cannot be looked at is a
    /// finding and no exception: <see cref="Diagnosis.LookAsync"/>.
    /// </summary>
    Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken);
}
