using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Providers.Hosts;

/// <summary>How a script ended on one host.</summary>
/// <param name="Failure">Null when it succeeded.</param>
/// <param name="Output">The beginning of its standard output.</param>
internal sealed record HostResult(HostFailure? Failure, string Output);
