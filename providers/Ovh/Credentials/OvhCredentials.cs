using System.ComponentModel;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Ovh.Credentials;

[Description("Where OVH's credentials are: an application key with its secret and a consumer key, or a service account's id and secret. Unset: OVH_* of the environment, then ./ovh.conf, ~/.ovh.conf and /etc/ovh.conf.")]
public sealed record OvhCredentials
{
    [Description("Application key.")]
    public SecretReference? ApplicationKey { get; init; }

    [Description("Application secret.")]
    public SecretReference? ApplicationSecret { get; init; }

    [Description("Consumer key, validated by its owner.")]
    public SecretReference? ConsumerKey { get; init; }

    [Description("Id of an OAuth2 service account.")]
    public SecretReference? ClientId { get; init; }

    [Description("Secret of the service account.")]
    public SecretReference? ClientSecret { get; init; }
}
