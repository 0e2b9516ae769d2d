using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>Which account: the address of the API and where its token is.</summary>
/// <param name="Token">Null: the variable or doctl's configuration.</param>
internal sealed record DigitalOceanPlace(Uri Api, SecretReference? Token)
{
    /// <summary>Wait before the first repetition of a call; it doubles from one to the next.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time for one answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
