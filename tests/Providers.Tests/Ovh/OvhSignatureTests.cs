using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Credentials;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>The vectors of OVH's own clients (go-ovh and python-ovh); the keys are public and revoked.</summary>
public sealed class OvhSignatureTests
{
    private const string Secret = "9ufkBmLaTQ9nz5yMUlg79taH0GNnzDjk";
    private const string Consumer = "5mBuy6SUQcRw2ZUxg0cG68BoDKpED4KY";
    private const string Body = """{"a":"b","c":"d"}""";

    [Theory]
    [InlineData("GET", "https://eu.api.ovh.com/1.0/auth", "", "$1$e9556054b6309771395efa467c22e627407461ad")]
    [InlineData("POST", "https://eu.api.ovh.com/1.0/auth", Body, "$1$ec2fb5c7a81f64723c77d2e5b609ae6f58a84fc1")]
    [InlineData("PUT", "https://eu.api.ovh.com/1.0/auth", Body, "$1$8a75a9e7c8e7296c9dbeda6a2a735eb6bd58ec4b")]
    [InlineData("DELETE", "https://eu.api.ovh.com/1.0/auth", "", "$1$a1eecd00b3b02b6cf5708b84b9ff42059a950d85")]
    [InlineData("GET", "https://eu.api.ovh.com/1.0/call", "", "$1$7f2db49253edfc41891023fcd1a54cf61db05fbb")]
    [InlineData("GET", "https://eu.api.ovh.com/v1/call", "", "$1$e6e7906d385eb28adcbfbe6b66c1528a42d741ad")]
    [InlineData("GET", "https://eu.api.ovh.com/v2/call", "", "$1$bb63b132a6f84ad5433d0c534d48d3f7c3804285")]
    public void The_signature_is_that_of_OVHs_own_clients(string method, string url, string body, string expected) =>
        Assert.Equal(expected, OvhSignature.Of(Secret, Consumer, method, url, body, 1457018875));

    [Theory]
    [InlineData("GET", "/auth", false, "$1$e9556054b6309771395efa467c22e627407461ad")]
    [InlineData("POST", "/auth", true, "$1$ec2fb5c7a81f64723c77d2e5b609ae6f58a84fc1")]
    [InlineData("PUT", "/auth", true, "$1$8a75a9e7c8e7296c9dbeda6a2a735eb6bd58ec4b")]
    [InlineData("DELETE", "/auth", false, "$1$a1eecd00b3b02b6cf5708b84b9ff42059a950d85")]
    [InlineData("GET", "/call", false, "$1$7f2db49253edfc41891023fcd1a54cf61db05fbb")]
    [InlineData("GET", "/v1/call", false, "$1$e6e7906d385eb28adcbfbe6b66c1528a42d741ad")]
    [InlineData("GET", "/v2/call", false, "$1$bb63b132a6f84ad5433d0c534d48d3f7c3804285")]
    public async Task A_call_carries_it(string method, string path, bool hasBody, string expected)
    {
        using var ovh = new ListeningHandler(request => request.RequestUri!.AbsolutePath == "/1.0/auth/time" ? "1457018875" : "{}");
        var keys = new Dictionary<string, string>(StringComparer.Ordinal).With("OVH_APPLICATION_KEY", "TDPKJdwZwAQPwKX2", "OVH_APPLICATION_SECRET", Secret, "OVH_CONSUMER_KEY", Consumer);
        var client = new OvhClient(new OvhPlace("ovh-eu", null), new CredentialFinder(new SecretReader([]), keys.GetValueOrDefault, []), ovh, new VirtualTime());

        await client.CallAsync(new OvhRequest("calling", HttpMethod.Parse(method), path, hasBody ? JsonNode.Parse(Body) : null, MayRepeat: false), default);

        var (sent, text) = ovh.Received[^1];
        Assert.Equal((expected, "1457018875", hasBody ? Body : ""), (sent.Headers.GetValues("X-Ovh-Signature").Single(), sent.Headers.GetValues("X-Ovh-Timestamp").Single(), text));
    }

    [Theory]
    [InlineData(null, "/call", "https://eu.api.ovh.com/1.0/call")]
    [InlineData("ovh-ca", "/call", "https://ca.api.ovh.com/1.0/call")]
    [InlineData("ovh-us", "/v2/call?a=b%20c", "https://api.us.ovhcloud.com/v2/call?a=b%20c")]
    [InlineData("ovh-eu", "/v1/call", "https://eu.api.ovh.com/v1/call")]
    [InlineData("http://127.0.0.1:99/1.0/", "/call", "http://127.0.0.1:99/1.0/call")]
    public void Another_generation_of_the_API_stands_beside_the_first(string? endpoint, string path, string expected) =>
        Assert.Equal(expected, OvhEndpoint.Of(endpoint).Address(path).AbsoluteUri);
}
