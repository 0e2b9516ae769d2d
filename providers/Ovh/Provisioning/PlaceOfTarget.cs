using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.Ovh.Provisioning;

/// <summary>Endpoint and references to credentials, as far as the file gives them: a release needs the same.</summary>
internal static class PlaceOfTarget
{
    public static void AddTo(JsonObject binding, OvhEnvironmentBase options)
    {
        if (options.Endpoint is { } endpoint)
        {
            binding["endpoint"] = endpoint;
        }

        if (options.Credentials is { } credentials)
        {
            var given = JsonSerializer.SerializeToNode(credentials, ReleaseJson.Options)!.AsObject();
            binding["credentials"] = new JsonObject(given.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
        }
    }
}
