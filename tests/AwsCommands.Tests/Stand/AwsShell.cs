using BlueGreenServerless.Clouds.Aws;

namespace BlueGreenServerless.AwsCommands.Tests.Stand;

/// <summary>The environment of a shell that is signed in to a double.</summary>
internal static class AwsShell
{
    public static Dictionary<string, string> Of(AwsDouble aws) => new(StringComparer.Ordinal)
    {
        ["AWS_ENDPOINT_URL"] = aws.Url.ToString(),
        ["AWS_ACCESS_KEY_ID"] = aws.Options.Keys[0].Id,
        ["AWS_SECRET_ACCESS_KEY"] = aws.Options.Keys[0].Secret,
        ["AWS_REGION"] = aws.Options.Region,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_CONFIG_FILE"] = "/nonexistent",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
    };
}
