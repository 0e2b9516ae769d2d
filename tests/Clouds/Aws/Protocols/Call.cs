using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>A request that has been let in.</summary>
internal sealed record Call(WireRequest Request, Signature Signature, SigningKey Key, string RequestId, CancellationToken Cancelled);
