namespace BlueGreenServerless.Testing.Secrets;

/// <summary>The only files in which a secret may be, each with the secrets that it may have.</summary>
public static class AllowedFiles
{
    private static readonly (string File, string[] Secrets)[] All =
    [
        // written by tests, where a user has them
        ("ovh.conf", [SecretNames.OvhApplication, SecretNames.OvhConsumer, SecretNames.OvhClient]),
        ("ovh-client-secret", [SecretNames.OvhClient]),
        ("ovh-application-secret", [SecretNames.OvhApplication]),
        ("ovh-consumer-key", [SecretNames.OvhConsumer]),
        ("token", [SecretNames.DigitalOcean]),
        ("doctl.yaml", [SecretNames.DigitalOcean]),
        ("credentials", [SecretNames.AwsKey]),
        ("password", [SecretNames.Statistics]),

        // written by the product: HAProxy wants the password of its statistics page there, readable for its owner only
        ("haproxy.cfg", [SecretNames.Statistics]),
    ];

    /// <summary>Private keys of ssh, which carry the mark in their comment, in base64.</summary>
    private static readonly string[] Keys = ["user_key", "host_key", "other_key"];

    /// <summary>Names of the secrets that may be in a file of that name.</summary>
    public static IEnumerable<string> SecretsOf(string file) => All.Where(allowed => allowed.File == file).SelectMany(allowed => allowed.Secrets);

    public static bool IsKey(string file) => Keys.Contains(file, StringComparer.Ordinal);
}
