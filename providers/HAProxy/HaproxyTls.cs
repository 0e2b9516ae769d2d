using System.ComponentModel;

namespace BlueGreenServerless.Providers.HAProxy;

[Description("HTTPS for users.")]
public sealed record HaproxyTls
{
    [Description("PEM file with the certificate, its chain and the private key.")]
    public required string Certificate { get; init; }

    [Description("Addresses that HAProxy listens on for HTTPS, for example '*:443'.")]
    public required IReadOnlyList<string> Binds { get; init; }
}
