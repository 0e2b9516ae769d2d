using System.Text.Json.Nodes;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>What is behind the load balancer: instances that are made, or machines that there are.</summary>
internal interface IMachines
{
    IReadOnlyList<Machine> All { get; }

    /// <summary>Whose every address is, those of machines that are not in the file any more among them.</summary>
    Task<ILookup<string, Color>> WhoseAsync(CancellationToken cancellationToken);

    /// <summary>What of them is made here.</summary>
    IReadOnlyList<IEnvironmentPart> Parts { get; }

    /// <summary>What of them was made here and is not in the file any more.</summary>
    Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(CancellationToken cancellationToken);

    /// <summary>What the file names and there is not, in four parts each.</summary>
    Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken);

    /// <summary>Where the load balancer sends to; null as long as it is not known.</summary>
    Task<string?> AddressAsync(Machine machine, CancellationToken cancellationToken);

    /// <summary>The same where it is needed.</summary>
    /// <exception cref="Failures.ProviderRefusedException">It has none, and will have none: the message says why.</exception>
    /// <exception cref="Failures.ProviderUnavailableException">It has none yet.</exception>
    Task<string> RequireAddressAsync(Machine machine, CancellationToken cancellationToken);

    /// <summary>The user to connect with; null when it is not known.</summary>
    Task<string?> UserAsync(CancellationToken cancellationToken);

    /// <summary>The fleet of a target; null for machines that are always up.</summary>
    JsonObject? Fleet();
}
