namespace BlueGreenServerless.Testing.Secrets;

/// <summary>What the tests' secrets are called where one of them is found.</summary>
public static class SecretNames
{
    public const string OvhApplication = "OVH application secret";
    public const string OvhConsumer = "OVH consumer key";
    public const string OvhClient = "OVH client secret";
    public const string OvhBearer = "OVH bearer token";
    public const string DigitalOcean = "DigitalOcean token";
    public const string AwsKey = "AWS secret access key";
    public const string AwsSession = "AWS session token";
    public const string Pipeline = "CodePipeline artifact key";
    public const string Parameter = "Parameter Store value";
    public const string Statistics = "HAProxy statistics password";
    public const string Variable = "secret in a variable";
    public const string SshKey = "SSH private key";
}
