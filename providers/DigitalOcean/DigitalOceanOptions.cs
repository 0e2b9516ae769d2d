using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;

namespace BlueGreenServerless.Providers.DigitalOcean;

/// <summary>What every port of DigitalOcean needs to know.</summary>
public abstract record DigitalOceanOptions
{
    /// <summary>A token travels in the clear only where nobody else can listen.</summary>
    private const string Addresses = @"^(https://[A-Za-z0-9.-]+|http://(127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|localhost))(:[0-9]{1,5})?$";

    [Description("Where the API token is. Unset: the variable DIGITALOCEAN_ACCESS_TOKEN, else the configuration of doctl.")]
    public SecretReference? Token { get; init; }

    [Description("Address of the API.")]
    [RegularExpression(Addresses, ErrorMessage = "'https://host', or 'http://' on this machine")]
    public string Api { get; init; } = "https://api.digitalocean.com";

    internal DigitalOceanPlace Place => new(new Uri(Api), Token);

    internal bool HasUsableApi => new RegularExpressionAttribute(Addresses).IsValid(Api);
}
