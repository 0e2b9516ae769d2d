using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>What puts the traffic back exactly.</summary>
/// <param name="GreenPercent">What the running process did when it was read.</param>
/// <param name="FilePercent">What the file said, only where it said something else; the next write heals it.</param>
internal sealed record HaproxySnapshot(int GreenPercent, int? FilePercent = null)
{
    /// <exception cref="ProviderRefusedException">It is another router's.</exception>
    public static int Percent(JsonElement snapshot) =>
        snapshot.ValueKind == JsonValueKind.Object && snapshot.TryGetProperty("greenPercent", out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var percent) && percent is >= 0 and <= 100
            ? percent
            : throw new ProviderRefusedException(
                $"The snapshot '{snapshot.ToString().Head()}' is not one of HAProxy's: it must have a 'greenPercent' from 0 to 100. Nothing was changed. Shift the traffic by hand.");

    public JsonElement ToElement() => ReleaseJson.ToElement(this);
}
