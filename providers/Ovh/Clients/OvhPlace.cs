using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>Which endpoint, and where the credentials are; never the credentials.</summary>
internal sealed record OvhPlace(string? Endpoint, OvhCredentials? Credentials);
