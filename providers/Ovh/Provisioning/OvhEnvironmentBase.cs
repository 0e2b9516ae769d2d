using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Cloud;
using BlueGreenServerless.Providers.Ovh.Credentials;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

namespace BlueGreenServerless.Providers.Ovh.Provisioning;

/// <summary>What both kinds of environments of OVH have.</summary>
public abstract record OvhEnvironmentBase : OvhPlaceOptions
{
    [Description("Name of the environment. Everything that is made has it in its name, and is found again by it.")]
    [RegularExpression(EnvironmentName.Pattern, ErrorMessage = EnvironmentName.Allowed)]
    public required string Name { get; init; }

    [Description("Instances that are made for each colour. Either these or 'addresses'.")]
    public OvhInstances? Instances { get; init; }

    [Description("Machines that there are already, for example dedicated servers. Either these or 'instances'.")]
    public OvhAddresses? Addresses { get; init; }

    [Description("Name or address by which users reach the load balancer, for the target of bluegreen.yaml. Unset: the load balancer's own address.")]
    [RegularExpression("^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$", ErrorMessage = "a host name or an address, without a port")]
    public string? Host { get; init; }

    [Description("User that releases connect to the machines with, for the target of bluegreen.yaml. Unset: the image's, or the ssh client's.")]
    [RegularExpression("^[a-z_][a-z0-9_-]{0,31}$")]
    public string? User { get; init; }

    [Description("OVH subsidiary whose price list the plan is reckoned by, for example 'FR', 'DE' or 'CA'. Prices are without tax.")]
    [RegularExpression("^[A-Z]{2}$")]
    public string Subsidiary { get; init; } = "FR";

    internal Mark Mark => new(Name);

    /// <summary>What is wrong with the machines, in words.</summary>
    internal IEnumerable<string> MachineFaults() =>
    [
        .. (Instances, Addresses) switch
        {
            (null, null) => ["Neither 'instances' nor 'addresses' is given: say which machines are behind the load balancer."],
            ({ }, { }) => ["Both 'instances' and 'addresses' are given: give one of them."],
            _ => Array.Empty<string>(),
        },
        .. Addresses?.Faults() ?? [],
    ];
}
