namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <param name="Wiring">Where traffic goes now.</param>
/// <param name="IsUnpublished">Something of ours is staged and not live, or something of others that may be part of it.</param>
internal sealed record LiveWiring(Wiring Wiring, bool IsUnpublished);
