using System.Text.Json;

namespace BlueGreenServerless.Ports;

/// <summary>What is known of an offer without its port's type: enough to read, check and document options.</summary>
public interface IPortOffer
{
    /// <summary>A record with <c>Description</c>, <c>Range</c> and other data annotations.</summary>
    Type Options { get; }

    /// <summary>One sentence for help and docs.</summary>
    string Summary { get; }

    /// <summary>Makes the port. Reads and changes nothing outside, so that a file can be checked by making its ports.</summary>
    /// <exception cref="Failures.InvalidRequestException">The options cannot be used.</exception>
    object Make(JsonElement options, PortContext context);
}
