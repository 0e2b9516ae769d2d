using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Ports;

/// <summary>
/// Moves the production traffic of one target between its two colours. Every method may be called twice with the same
/// arguments. Passing trouble is a <see cref="ProviderUnavailableException"/>, a definite no a <see cref="ProviderRefusedException"/>.
/// </summary>
public interface ITrafficRouter
{
    RouterAbilities Abilities { get; }

    /// <summary>
    /// Writes what the load balancer needs before its first start, where nothing is there yet. Says in words what was done and what is
    /// left to do. May run twice.
    /// </summary>
    Task<string> SetUpAsync(CancellationToken cancellationToken) => Task.FromResult("nothing to set up");

    /// <summary>
    /// False only when it is certain that no user comes in here, because nothing was ever set up. What may have users is never destroyed, so
    /// a doubt is a yes, or a <see cref="ProviderUnavailableException"/>. Reads only.
    /// </summary>
    Task<bool> IsSetUpAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Reads the real traffic. Changes nothing.</summary>
    Task<TrafficState> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>The same for a rollback, which goes before everything else where a provider limits its callers.</summary>
    Task<TrafficState> DescribeUrgentlyAsync(CancellationToken cancellationToken) => DescribeAsync(cancellationToken);

    /// <summary>Makes a colour known to the load balancer with no traffic, so that it is health-checked and can be previewed.</summary>
    Task AttachAsync(Color color, CancellationToken cancellationToken);

    /// <summary>
    /// Moves the traffic to <paramref name="split"/> and returns once it has been read back as such; the returned state is what was read.
    /// A split that is there already costs no write.
    /// </summary>
    Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken);

    /// <summary>Puts the traffic back as <paramref name="snapshot"/> (from <see cref="DescribeAsync"/>) says, and reads it back.</summary>
    Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken);

    /// <summary>Health of a colour as the load balancer sees it now.</summary>
    Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken);

    /// <summary>Sessions or connections still open on a colour; null when the provider cannot tell.</summary>
    Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken);

    /// <summary>How to reach a colour that has no production traffic; null when there is no such way.</summary>
    PreviewAddress? Preview(Color color);
}
