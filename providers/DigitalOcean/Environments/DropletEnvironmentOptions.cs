using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Providers.DigitalOcean.Hosts;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>Two colours of droplets, whatever is before them.</summary>
public abstract record DropletEnvironmentOptions : ColorTagsOptions
{
    [Description("Name of the environment; the names of all that is made begin with it.")]
    [RegularExpression(EnvironmentName.Pattern, ErrorMessage = EnvironmentName.Allowed)]
    public required string Name { get; init; }

    [Description("Droplets of each colour.")]
    [Range(1, 100)]
    public int Each { get; init; } = 1;

    [Description("What the droplets of both colours are like. Their user data prepares them for the application.")]
    public required DropletShape Droplets { get; init; }

    [Description("How the droplets are reached, for example provider 'ssh' with its user and key; for the target that is shown in the end.")]
    [BindsPort(PortKind.Hosts, IsFilledIn = true)]
    public required PortBinding Through { get; init; }

    [Description("Which address of the droplets commands are sent to.")]
    public DropletNetwork HostsNetwork { get; init; }

    internal DropletHostsOptions Hosts => new() { Api = Api, Token = Token, Blue = Blue, Green = Green, Network = HostsNetwork, Through = Through };

    /// <summary>By the tags: releases find the droplets by them, whichever load balancer is before them.</summary>
    internal bool IsUsedBy(TargetState target) => new[] { target.Router, target.Hosts, target.Fleet }.OfType<PortBinding>().Any(binding => Names(binding, "blue", Blue) || Names(binding, "green", Green));

    private static bool Names(PortBinding binding, string key, string tag) =>
        binding.Options.ValueKind == JsonValueKind.Object && binding.Options.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
        && string.Equals(value.GetString(), tag, StringComparison.OrdinalIgnoreCase);
}
