using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

[Description("A production listener, its pool for each colour, and how the idle colour is reached.")]
public sealed record OvhListener
{
    internal const string Id = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

    [Description("Id of the listener that carries production traffic. Its default pool is the live colour's.")]
    [RegularExpression(Id, ErrorMessage = "a UUID")]
    public required string Listener { get; init; }

    [Description("Id of blue's pool.")]
    [RegularExpression(Id, ErrorMessage = "a UUID")]
    public required string Blue { get; init; }

    [Description("Id of green's pool.")]
    [RegularExpression(Id, ErrorMessage = "a UUID")]
    public required string Green { get; init; }

    [Description("Id of a third pool that has the members of both colours. Their weights divide the traffic of a canary. Unset: only all-at-once.")]
    [RegularExpression(Id, ErrorMessage = "a UUID")]
    public string? Canary { get; init; }

    [Description("Id of a second listener, on another port. It is pointed at the idle colour.")]
    [RegularExpression(Id, ErrorMessage = "a UUID")]
    public string? Preview { get; init; }

    [Description("Id of an L7 policy (redirectToPool) whose rules name a host, header or cookie. Its pool is that of the idle colour.")]
    [RegularExpression(Id, ErrorMessage = "a UUID")]
    public string? PreviewPolicy { get; init; }

    internal string Path => $"listener/{Listener}";

    internal IEnumerable<string> PreviewPaths =>
        new[] { Preview is null ? null : $"listener/{Preview}", PreviewPolicy is null ? null : $"l7Policy/{PreviewPolicy}" }.OfType<string>();

    internal string PoolOf(Color color) => color == Color.Blue ? Blue : Green;
}
