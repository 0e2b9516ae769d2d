using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Where traffic goes: the farm of each front-end, the weight of each server of a canary farm, by path. It is what a snapshot holds and what
/// a change wants; everything else of the objects is left as it is found, so that a certificate renewed in between is not undone.
/// </summary>
internal sealed class Wiring() : SortedDictionary<string, long?>(StringComparer.Ordinal)
{
    private const string Unpublished = "unpublished";

    public Wiring(IEnumerable<KeyValuePair<string, long?>> entries)
        : this()
    {
        foreach (var (path, value) in entries)
        {
            this[path] = value;
        }
    }

    /// <param name="isUnpublished">Something of ours is staged and not live: a snapshot that says so is never the same as one that does not.</param>
    public JsonElement ToSnapshot(bool isUnpublished) =>
        ReleaseJson.ToElement(new Wiring(isUnpublished ? this.Append(new(Unpublished, 1)) : this).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal));

    /// <exception cref="ProviderRefusedException">It is another router's.</exception>
    public static Wiring OfSnapshot(JsonElement snapshot)
    {
        try
        {
            var entries = ReleaseJson.FromElement<Dictionary<string, long?>>(snapshot);
            return new Wiring(entries.Where(entry => entry.Key != Unpublished));
        }
        catch (JsonException wrong)
        {
            throw new ProviderRefusedException(
                $"The snapshot of the traffic cannot be read: {wrong.Message} It must be farms and weights by path, as Inspect wrote them. Nothing was changed. Point the front-ends by hand.", wrong);
        }
    }
}
