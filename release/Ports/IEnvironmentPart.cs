using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Ports;

/// <summary>One thing at a provider that <c>bluegreen provision</c> makes: a machine, a pool, a listener.</summary>
public interface IEnvironmentPart
{
    /// <summary>The provider's own word: droplet, farm, listener.</summary>
    string Kind { get; }

    /// <summary>By which it is found again. Also tells that it was made here, where the provider has no other place for a mark.</summary>
    string Name { get; }

    /// <summary>Null for what both colours share.</summary>
    Color? Color { get; }

    /// <summary>What it is like now. Reads only.</summary>
    Task<PartLook> LookAsync(CancellationToken cancellationToken);

    /// <summary>What a month of it costs by the provider's list. Reads only.</summary>
    Task<MonthlyPrice> PriceAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes it, and returns when the provider has taken that on; whether it is ready, the next look tells. Asked for only when it was seen
    /// missing. An answer that is lost is a <see cref="Failures.ProviderUnavailableException"/>: the next look finds what came of it.
    /// </summary>
    Task MakeAsync(CancellationToken cancellationToken);

    /// <summary>Destroys it, and never anything that was not made here; one that is gone already is fine.</summary>
    Task DestroyAsync(CancellationToken cancellationToken);
}
