using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>Names of what belongs to one production listener.</summary>
internal sealed record ListenerNames(Mark Mark, OvhListenerPlan Plan)
{
    public string Production => Mark.Of(Plan.Key);

    public string Preview => Mark.Of(Plan.Key, "preview");

    public string Canary => Mark.Of(Plan.Key, "canary");

    public string Pool(Color color) => Mark.Of(Plan.Key, color.Lower());

    /// <summary>Its pools, each with the colours whose machines are in it.</summary>
    public IEnumerable<(string Name, IReadOnlyList<Color> Colors)> Pools() =>
    [
        .. Enum.GetValues<Color>().Select(color => (Pool(color), (IReadOnlyList<Color>)[color])),
        .. Plan.Canary ? [(Canary, (IReadOnlyList<Color>)Enum.GetValues<Color>())] : Array.Empty<(string, IReadOnlyList<Color>)>(),
    ];
}
