namespace BlueGreenServerless.Providers.DigitalOcean.Droplets;

/// <summary>Which of a droplet's IPv4 addresses is used.</summary>
public enum DropletNetwork
{
    /// <summary>The one that the internet knows.</summary>
    Public,

    /// <summary>The one inside the VPC.</summary>
    Private,
}
