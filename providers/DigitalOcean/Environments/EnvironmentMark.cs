namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>The tag that tells of a droplet that it was made for an environment of this name, and so may be destroyed with it.</summary>
internal static class EnvironmentMark
{
    public static string Of(string environment) => $"bluegreen-env:{environment}";
}
