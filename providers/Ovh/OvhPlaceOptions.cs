using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh;

/// <summary>What every port of OVH needs to know.</summary>
public abstract record OvhPlaceOptions
{
    [Description("OVH's region: " + OvhEndpoint.Allowed + ". Unset: OVH_ENDPOINT, ovh.conf, or ovh-eu.")]
    [RegularExpression(OvhEndpoint.Pattern, ErrorMessage = OvhEndpoint.Allowed)]
    public string? Endpoint { get; init; }

    [Description("Where the credentials are. Unset: OVH_* of the environment, then ovh.conf.")]
    public OvhCredentials? Credentials { get; init; }

    internal OvhPlace Place => new(Endpoint, Credentials);
}
