using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>Options as the user's file has them: the provider's name beside its options, also of the bindings inside.</summary>
internal static class TargetBinding
{
    public static JsonObject Of(string provider, object options) => Named(provider, JsonSerializer.SerializeToNode(options, options.GetType(), ReleaseJson.Options)!.AsObject());

    private static JsonObject Named(string provider, JsonObject options)
    {
        var named = new JsonObject { ["provider"] = provider };
        foreach (var (key, value) in options.Where(option => option.Value is not null))
        {
            named[key] = value is JsonObject { Count: 2 } binding && binding["provider"] is JsonValue name && binding["options"] is JsonObject inner
                ? Named(name.ToString(), inner) : value!.DeepClone();
        }

        return named;
    }
}
