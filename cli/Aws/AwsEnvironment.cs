namespace BlueGreenServerless.Cli.Aws;

/// <summary>
/// Profile and region for the whole command, as variables of its environment: every client that is made then follows them, also those of
/// the providers.
/// </summary>
internal static class AwsEnvironment
{
    private static readonly string[] _keys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

    public static void Use(string? profile, string? region)
    {
        if (profile is not null)
        {
            // as 'aws --profile' does: a profile that is asked for wins over keys that lie around
            Array.ForEach(_keys, key => Environment.SetEnvironmentVariable(key, null));
            Environment.SetEnvironmentVariable("AWS_PROFILE", profile);
        }

        // the aws command line reads the second name too, the SDK does not
        var wanted = region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION");
        if (wanted is not null)
        {
            Environment.SetEnvironmentVariable("AWS_REGION", wanted);
        }
    }
}
