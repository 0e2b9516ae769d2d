using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

[Description("A production front-end, its farm for each colour, and how the idle colour is reached.")]
public sealed record OvhFrontend
{
    [Description("What the front-end and its farms understand: http or tcp.")]
    public OvhProtocol Protocol { get; init; } = OvhProtocol.Http;

    [Description("Id of the front-end that carries production traffic.")]
    [Range(1, int.MaxValue)]
    public required long Frontend { get; init; }

    [Description("Id of blue's farm.")]
    [Range(1, int.MaxValue)]
    public required long Blue { get; init; }

    [Description("Id of green's farm.")]
    [Range(1, int.MaxValue)]
    public required long Green { get; init; }

    [Description("Id of a third farm that has the servers of both colours. Their weights divide the traffic of a canary. Unset: only all-at-once.")]
    [Range(1, int.MaxValue)]
    public long? Canary { get; init; }

    [Description("Id of a second front-end, on another port. It is pointed at the idle colour.")]
    [Range(1, int.MaxValue)]
    public long? Preview { get; init; }

    [Description("Id of a route whose rules name a host, header or cookie. Its farm is that of the idle colour.")]
    [Range(1, int.MaxValue)]
    public long? PreviewRoute { get; init; }

    internal string Word => Protocol == OvhProtocol.Http ? "http" : "tcp";

    internal string Path => $"{Word}/frontend/{Frontend}";

    /// <summary>Front-end and route that show the idle colour, as far as there are such.</summary>
    internal IEnumerable<string> PreviewPaths =>
        new[] { Preview is { } frontend ? $"{Word}/frontend/{frontend}" : null, PreviewRoute is { } route ? $"{Word}/route/{route}" : null }.OfType<string>();

    internal long FarmOf(Color color) => color == Color.Blue ? Blue : Green;

    internal string FarmPath(long farm) => $"{Word}/farm/{farm}";
}
