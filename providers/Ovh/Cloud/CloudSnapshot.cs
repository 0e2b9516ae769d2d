using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>The pool of each production listener, and the weights of canary members where they matter, by path.</summary>
internal static class CloudSnapshot
{
    public static JsonElement Of(IEnumerable<(string Path, string Value)> wiring) =>
        ReleaseJson.ToElement(wiring.OrderBy(each => each.Path, StringComparer.Ordinal).ToDictionary(each => each.Path, each => each.Value, StringComparer.Ordinal));

    /// <summary>Weights first: a pool is put in order before a listener uses it.</summary>
    /// <exception cref="ProviderRefusedException">It is another router's.</exception>
    public static IReadOnlyList<(string Path, string Value)> Read(JsonElement snapshot)
    {
        try
        {
            return [.. ReleaseJson.FromElement<Dictionary<string, string>>(snapshot).Select(each => (each.Key, each.Value))
                .OrderByDescending(each => each.Key.StartsWith("pool/", StringComparison.Ordinal)).ThenBy(each => each.Key, StringComparer.Ordinal)];
        }
        catch (JsonException wrong)
        {
            throw new ProviderRefusedException(
                $"The snapshot of the traffic cannot be read: {wrong.Message} It must be pools and weights by path, as Inspect wrote them. Nothing was changed. Point the listeners by hand.", wrong);
        }
    }
}
