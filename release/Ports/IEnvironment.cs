using System.Text.Json.Nodes;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Ports;

/// <summary>
/// The two identical environments and the load balancer before them, as far as a provider can make them. It only names its parts and what
/// each is like now; the order of making, waiting and destroying is <c>bluegreen provision</c>'s.
/// </summary>
public interface IEnvironment
{
    /// <summary>As in the user's file, see <see cref="EnvironmentName"/>. The names of all that is made begin with it.</summary>
    string Name { get; }

    /// <summary>
    /// What is made, in waves: a wave begins when all of the one before is ready. Destroyed in the reverse order.
    /// </summary>
    IReadOnlyList<IReadOnlyList<IEnvironmentPart>> Waves { get; }

    /// <summary>
    /// The colour that users are sent to now: null when there is no way in yet, or when it was taken off. Also of one that is half made.
    /// </summary>
    /// <exception cref="Failures.TrafficMixedException">Both have users.</exception>
    /// <exception cref="Failures.ProviderUnavailableException">It cannot be told now.</exception>
    Task<Color?> LiveAsync(CancellationToken cancellationToken);

    /// <summary>Whether a release to this target works on what this environment is made of. Told from the target's options alone.</summary>
    bool IsUsedBy(TargetState target);

    /// <summary>
    /// What was made here under this name and is not in the user's file any more. It is shown, left as it is when the rest is made, and
    /// destroyed with it. Reads only; empty where that cannot be told.
    /// </summary>
    Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<IEnvironmentPart>>([]);

    /// <summary>For a plan, and before the first change of any environment: what the file names is there and fits. Reads only.</summary>
    /// <exception cref="Failures.InvalidRequestException">It is not; the message has every fault.</exception>
    Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before the first change: what is staged from now on is ours. Does nothing where every change is live by itself.</summary>
    /// <exception cref="Failures.ProviderRefusedException">Others have staged changes that would go live with ours.</exception>
    Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After the last change: makes live what was made or destroyed, and what a call that was cut left staged. May be called twice.</summary>
    Task PublishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The target for <c>bluegreen.yaml</c>: name, router, hosts, fleet. Asked for when all parts are ready.</summary>
    Task<JsonObject> TargetAsync(CancellationToken cancellationToken);
}
