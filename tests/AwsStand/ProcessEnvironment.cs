using BlueGreenServerless.AwsStand.Template;
using BlueGreenServerless.Clouds.Aws;

namespace BlueGreenServerless.AwsStand;

/// <summary>Where functions are and with whose key they sign: Lambda tells them by environment variables.</summary>
internal static class ProcessEnvironment
{
    public static void Set(AwsDouble aws, IEnumerable<DeployedFunction> functions)
    {
        var key = aws.Options.Keys[0];
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL"] = aws.Url.ToString(),
            ["AWS_REGION"] = aws.Options.Region,
            ["AWS_ACCESS_KEY_ID"] = key.Id,
            ["AWS_SECRET_ACCESS_KEY"] = key.Secret,
            ["AWS_CONFIG_FILE"] = "/nonexistent",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        foreach (var (name, value) in functions.SelectMany(function => function.Environment))
        {
            if (!variables.TryAdd(name, value) && variables[name] != value)
            {
                throw new NotSupportedException($"Functions have different values of '{name}', '{variables[name]}' and '{value}'. Here they share a process. Give them one.");
            }
        }

        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
