using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

[Description("IPv4 addresses of machines of both colours. The machines are neither made nor destroyed.")]
public sealed record OvhAddresses
{
    [Description("Of blue's machines.")]
    [Length(1, 50)]
    public required IReadOnlyList<string> Blue { get; init; }

    [Description("Of green's machines.")]
    [Length(1, 50)]
    public required IReadOnlyList<string> Green { get; init; }

    internal IReadOnlyList<string> Of(Color color) => color == Color.Blue ? Blue : Green;

    internal IEnumerable<string> Faults() =>
    [
        .. Blue.Concat(Green).Where(each => !IPAddress.TryParse(each, out var address) || address.AddressFamily != AddressFamily.InterNetwork || address.ToString() != each)
            .Select(each => $"'{each}' of 'addresses' is no IPv4 address: the load balancer takes no others."),
        .. Blue.Concat(Green).GroupBy(each => each, StringComparer.Ordinal).Where(twice => twice.Skip(1).Any())
            .Select(twice => $"'{twice.Key}' of 'addresses' is named twice: a machine belongs to one colour."),
    ];
}
