using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Aws;

/// <summary>A call and what was answered, for tests that look at the wire.</summary>
/// <param name="Service">As in signatures.</param>
public sealed record Exchange(string Service, string Operation, WireRequest Request, WireAnswer Answer);
