using System.Text.Json;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Ports;

/// <summary>One port that a provider offers, and the options that the user's file may give it.</summary>
/// <param name="Options">A record with <c>Description</c>, <c>Range</c> and other data annotations; help, schema and checks come from it.</param>
public sealed record PortOffer<TPort>(Type Options, string Summary, Func<object, PortContext, TPort> Create) : IPortOffer
{
    object IPortOffer.Make(JsonElement options, PortContext context) => From(options, context)!;

    public TPort From(JsonElement options, PortContext context) =>
        Create(options.Deserialize(Options, ReleaseJson.Options) ?? throw new JsonException($"The options of a port are null, not a {Options.Name}."), context);
}
