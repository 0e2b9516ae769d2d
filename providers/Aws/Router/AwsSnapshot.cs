using System.Text.Json;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Aws.Router;

/// <summary>The whole action list of every production listener and rule, by ARN.</summary>
internal static class AwsSnapshot
{
    public static JsonElement Of(IReadOnlyDictionary<string, ActionList> routes) =>
        JsonSerializer.SerializeToElement(routes.ToDictionary(route => route.Key, route => route.Value.ToJson(), StringComparer.Ordinal));

    /// <exception cref="InvalidRequestException">The JSON is no snapshot of such a router.</exception>
    public static IReadOnlyDictionary<string, ActionList> Read(JsonElement snapshot)
    {
        try
        {
            return new SortedDictionary<string, ActionList>(
                snapshot.EnumerateObject().ToDictionary(route => route.Name, route => ActionList.Of(route.Value), StringComparer.Ordinal), StringComparer.Ordinal);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new InvalidRequestException(
                $"The snapshot of the traffic cannot be read: {wrong.Message} It must be action lists by ARN, as Inspect wrote them. Put the listeners back by hand.", wrong);
        }
    }
}
