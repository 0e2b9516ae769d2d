using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.Ovh;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>The keys of the doubles, where a user's file can name them. All doubles have the same.</summary>
internal static class GivenKeys
{
    public static object Of(OvhDouble ovh) => new
    {
        applicationKey = Named("MANY_CLOUDS_OVH_KEY", ovh.Options.ApplicationKey), applicationSecret = Named("MANY_CLOUDS_OVH_SECRET", ovh.Options.ApplicationSecret),
        consumerKey = Named("MANY_CLOUDS_OVH_CONSUMER", ovh.Options.ConsumerKey),
    };

    public static string Of(DigitalOceanDouble cloud) => Named("MANY_CLOUDS_DIGITALOCEAN_TOKEN", cloud.Options.Tokens[0]);

    private static string Named(string variable, string value)
    {
        Environment.SetEnvironmentVariable(variable, value);
        return $"env:{variable}";
    }
}
