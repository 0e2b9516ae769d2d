namespace BlueGreenServerless.Clouds.Aws.Signing;

/// <summary>What a signature is good for: a day, a region, a service.</summary>
internal sealed record Scope(string KeyId, string Date, string Region, string Service)
{
    public string Text => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary>Null when it is not <c>key/date/region/service/aws4_request</c>.</summary>
    public static Scope? Parse(string credential)
    {
        var parts = credential.Split('/');
        return parts.Length >= 5 && parts[^1] == "aws4_request"
            ? new Scope(string.Join('/', parts[..^4]), parts[^4], parts[^3], parts[^2])
            : null;
    }
}
