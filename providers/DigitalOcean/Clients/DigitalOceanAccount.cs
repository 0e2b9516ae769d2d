using BlueGreenServerless.Providers.DigitalOcean.Droplets;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>The API of one account and what is shared between its ports.</summary>
internal sealed class DigitalOceanAccount
{
    public DigitalOceanAccount(DigitalOceanPlace place, TimeProvider time)
    {
        Time = time;
        Client = new DigitalOceanClient(place, AccessToken.Of(place.Token), time);
        Droplets = new DropletDirectory(Client, time);
    }

    public TimeProvider Time { get; }

    public DigitalOceanClient Client { get; }

    public DropletDirectory Droplets { get; }
}
