namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>How a load balancer is told which droplets are behind it.</summary>
public enum BackendChoice
{
    /// <summary>By the colour's tag; any number of droplets, and new ones join by themselves.</summary>
    Tag,

    /// <summary>By the ids of the droplets that have the colour's tag at that moment; at most 10.</summary>
    Droplets,
}
