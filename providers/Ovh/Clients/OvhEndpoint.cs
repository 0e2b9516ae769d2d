using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>One of OVH's regions: where its API answers and where it gives out tokens (go-ovh, <c>ovh/configuration.go</c>).</summary>
/// <param name="Name">As in <c>ovh.conf</c>; for an address of its own the address.</param>
/// <param name="Api">Without a slash at the end.</param>
internal sealed record OvhEndpoint(string Name, string Api, Uri Token)
{
    public const string Allowed = "'ovh-eu', 'ovh-ca', 'ovh-us', or an address with https (http on this machine only)";

    /// <summary>As a regular expression that a JSON schema can use too.</summary>
    public const string Pattern = @"^(ovh-eu|ovh-ca|ovh-us|https://[A-Za-z0-9.:/-]{1,200}|http://(127\.0\.0\.1|localhost)(:[0-9]{1,5})?(/[A-Za-z0-9./-]{0,100})?)$";

    public static OvhEndpoint Default { get; } = new("ovh-eu", "https://eu.api.ovh.com/1.0", new Uri("https://www.ovh.com/auth/oauth2/token"));

    private static readonly OvhEndpoint[] Known =
    [
        Default,
        new("ovh-ca", "https://ca.api.ovh.com/1.0", new Uri("https://ca.ovh.com/auth/oauth2/token")),
        new("ovh-us", "https://api.us.ovhcloud.com/1.0", new Uri("https://us.ovhcloud.com/auth/oauth2/token")),
    ];

    /// <exception cref="InvalidRequestException">It is none of the allowed forms.</exception>
    public static OvhEndpoint Of(string? text) =>
        text is null ? Default
            : Array.Find(Known, known => known.Name == text) ?? Own(text)
            ?? throw new InvalidRequestException($"The endpoint '{text}' is not known. Allowed are {Allowed}. Correct it.");

    /// <summary>The address of a call. Paths of another generation of the API stand beside <c>/1.0</c>, not below it.</summary>
    /// <param name="path">Percent-encoded, with its query; begins with a slash.</param>
    public Uri Address(string path) =>
        new((path.StartsWith("/v1/", StringComparison.Ordinal) || path.StartsWith("/v2/", StringComparison.Ordinal)) && Api.EndsWith("/1.0", StringComparison.Ordinal)
            ? Api[..^4] + path : Api + path);

    private static OvhEndpoint? Own(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? new OvhEndpoint(text, text.TrimEnd('/'), new Uri(address, "/auth/oauth2/token")) : null;
}
