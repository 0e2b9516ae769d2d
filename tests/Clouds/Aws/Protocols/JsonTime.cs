using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>A point in time as JSON services write it: seconds since 1970 with milliseconds.</summary>
internal static class JsonTime
{
    public static JsonNode Of(DateTimeOffset time) => JsonValue.Create(time.ToUnixTimeMilliseconds() / 1000m)!;
}
