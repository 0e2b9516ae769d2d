using BlueGreenServerless.Providers.DigitalOcean.Clients;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>What the parts of one environment share.</summary>
internal sealed class EnvironmentWorld(string environment, DigitalOceanAccount account)
{
    public DigitalOceanAccount Account => account;

    public MadeDroplets Droplets { get; } = new(account);

    public DropletSizes Sizes { get; } = new(account);

    public string Mark { get; } = EnvironmentMark.Of(environment);
}
