using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class OvhClientTests : IAsyncLifetime
{
    private static readonly OvhRequest List = OvhRequest.Get("reading the farms", "/ipLoadbalancing/shop/http/farm?zone=all%20of%20them&x=%C3%A4");

    private OvhWorld? world;

    private OvhWorld World => world!;

    [Fact]
    public async Task Body_and_query_are_signed_exactly_as_sent()
    {
        World.Cloud.AddService("shop");
        var client = World.Client();

        Assert.IsType<JsonArray>(await client.CallAsync(List, default));
        var made = await client.CallAsync(OvhRequest.Post("making a farm", "/ipLoadbalancing/shop/http/farm", new JsonObject { ["zone"] = "all", ["displayName"] = "Größe \"x\" + 'y'" }, mayRepeat: false), default);
        Assert.Equal("Größe \"x\" + 'y'", (string?)made!["displayName"]);
    }

    [Theory]
    [InlineData(-7200)]
    [InlineData(86_400)]
    public async Task A_wrong_clock_is_corrected(int seconds)
    {
        World.Cloud.AddService("shop");
        var time = new SkewedTime { By = TimeSpan.FromSeconds(seconds) };
        var client = World.Client(time);
        await client.CallAsync(List, default);

        time.By = -time.By;
        await client.CallAsync(List, default);

        Assert.Equal(2, World.Cloud.Calls["auth:auth/time"]);
    }

    [Fact]
    public async Task A_wrong_key_gives_OVHs_words_and_query_id_and_no_secret()
    {
        var secret = MarkedSecret.Of("another application secret");
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => World.Client(null, "OVH_APPLICATION_SECRET", secret).CallAsync(List, default));

        Assert.Contains("OVH said 'INVALID_SIGNATURE' while reading the farms: Invalid signature (HTTP 400, query id EU.ws-8.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("secret and consumer key", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, refused.ToString(), StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<ProviderRefusedException>(() => World.Client(null, "OVH_CONSUMER_KEY", "nobody's key").CallAsync(List, default));
        Assert.Contains("'NOT_CREDENTIAL'", unknown.Message, StringComparison.Ordinal);
    }

    /// <summary>A key that is replaced during a release, or within its window, does not stand in the way of a rollback.</summary>
    [Theory]
    [InlineData("OVH_APPLICATION_KEY", "OVH_APPLICATION_SECRET", "OVH_CONSUMER_KEY")]
    [InlineData("OVH_CLIENT_ID", "OVH_CLIENT_SECRET")]
    public async Task Credentials_that_were_replaced_are_read_anew_when_OVH_refuses_the_old_ones(params string[] names)
    {
        World.Cloud.AddService("shop");
        var environment = names.ToDictionary(name => name, name => $"an old {name}", StringComparer.Ordinal);
        var client = World.Client(null, environment);
        await Assert.ThrowsAsync<ProviderRefusedException>(() => client.CallAsync(List, default));

        foreach (var name in names)
        {
            environment[name] = Right(name);
        }

        Assert.IsType<JsonArray>(await client.CallAsync(List, default));
    }

    private string Right(string variable) => variable switch
    {
        "OVH_APPLICATION_KEY" => World.Cloud.Options.ApplicationKey,
        "OVH_APPLICATION_SECRET" => World.Cloud.Options.ApplicationSecret,
        "OVH_CONSUMER_KEY" => World.Cloud.Options.ConsumerKey,
        "OVH_CLIENT_ID" => World.Cloud.Options.ClientId,
        _ => World.Cloud.Options.ClientSecret,
    };

    [Fact]
    public async Task A_secret_that_OVH_repeats_is_concealed()
    {
        World.Cloud.Faults.Add(new Fault("loadbalancer", "http/farm/list", FaultKind.Error) { Status = 403, Code = "Client::Forbidden", Message = $"no {World.Cloud.Options.ApplicationSecret}!" });

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => World.Client(new HurriedTime()).CallAsync(List, default));

        Assert.Contains("'Client::Forbidden' while reading the farms: no ***!", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.LostReply, 500)]
    [InlineData(FaultKind.LostRequest, 500)]
    [InlineData(FaultKind.ErrorAfterEffect, 503)]
    [InlineData(FaultKind.Error, 502)]
    [InlineData(FaultKind.Error, 429)]
    public async Task A_call_that_may_be_repeated_survives_faults(FaultKind kind, int status)
    {
        World.Cloud.AddService("shop");
        World.Cloud.Faults.Add(new Fault("loadbalancer", "http/farm/list", kind) { Status = status });

        await World.Client(new HurriedTime()).CallAsync(List, default);

        Assert.Equal(2, World.Calls("http/farm/list"));
    }

    [Theory]
    [InlineData(FaultKind.LostReply, 500, 1)]
    [InlineData(FaultKind.ErrorAfterEffect, 503, 1)]
    [InlineData(FaultKind.Error, 429, 2)]
    public async Task A_call_that_must_not_be_repeated_is_sent_again_only_when_nothing_was_done(FaultKind kind, int status, int sent)
    {
        World.Cloud.AddService("shop");
        World.Cloud.Faults.Add(new Fault("loadbalancer", "http/farm/create", kind) { Status = status });
        var make = World.Client(new HurriedTime()).CallAsync(OvhRequest.Post("making a farm", "/ipLoadbalancing/shop/http/farm", new JsonObject { ["zone"] = "all" }, mayRepeat: false), default);

        var failed = await Record.ExceptionAsync(() => make);

        Assert.Equal(sent, World.Calls("http/farm/create"));
        Assert.Equal(sent == 1, failed is ProviderUnavailableException);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(31, 1)]
    public async Task OVHs_wish_to_be_left_alone_is_heeded_up_to_half_a_minute(int seconds, int sent)
    {
        World.Cloud.AddService("shop");
        World.Cloud.Faults.Add(new Fault("loadbalancer", "http/farm/list", FaultKind.Error) { Status = 429, Code = "Client::TooManyRequests", RetryAfter = seconds });
        var time = new NotedTime();

        var failed = await Record.ExceptionAsync(() => World.Client(time).CallAsync(List, default));

        Assert.Equal((sent, sent == 1), (World.Calls("http/farm/list"), failed is ProviderUnavailableException));
        Assert.Equal(sent == 2, time.Pauses.Contains(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public async Task A_gateways_page_is_a_passing_fault_with_its_words()
    {
        World.Cloud.Faults.Add(new Fault("loadbalancer", "http/farm/list", FaultKind.Error) { Times = 100, Status = 504, Message = "Gateway Time-out" });

        var late = await Assert.ThrowsAsync<ProviderUnavailableException>(() => World.Client(new HurriedTime()).CallAsync(List, default));

        Assert.Contains("'504' while reading the farms: <html>", late.Message, StringComparison.Ordinal);
        Assert.Contains("Gateway Time-out", late.Message, StringComparison.Ordinal);
        Assert.Equal(5, World.Calls("http/farm/list"));
    }

    [Theory]
    [InlineData("""{"class":"Client::NotFound","message":"no such","details":{"a":"b"}}""", "'Client::NotFound' while x: no such {\"a\":\"b\"} (HTTP 404")]
    [InlineData("""{"errorCode":"FORBIDDEN","httpCode":"403 Forbidden","message":"no"}""", "'FORBIDDEN' while x: no (HTTP 404")]
    [InlineData("""{"message":17}""", "'404' while x: {\"message\":17} (HTTP 404")]
    [InlineData("not json at all", "'404' while x: not json at all (HTTP 404")]
    [InlineData("", "'404' while x: nothing more (HTTP 404")]
    public void Any_form_of_error_is_told(string body, string expected) =>
        Assert.Contains(expected, OvhError.Of(new OvhAnswer(System.Net.HttpStatusCode.NotFound, body, null, null)).ToException("x").Message, StringComparison.Ordinal);

    public async ValueTask InitializeAsync() => world = await OvhWorld.StartAsync(new OvhDoubleOptions());

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
