using System.Net;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

public sealed class DigitalOceanClientTests
{
    [Fact]
    public async Task Every_page_is_read_at_our_own_address_wherever_the_link_leads()
    {
        await using var world = await DigitalOceanWorld.StartAsync(new DigitalOceanDoubleOptions { PageSize = 2, LinksLeadTo = new Uri("https://elsewhere.example") });
        for (var number = 1; number <= 5; number++)
        {
            world.Cloud.Droplets.Add($"web-{number}", "env:blue");
        }

        world.Cloud.Droplets.Add("other", "env:green");

        var found = await world.Account.Droplets.ReadAsync("env:blue", default);

        Assert.Equal(["web-1", "web-2", "web-3", "web-4", "web-5"], found.Select(droplet => droplet.Name));
        Assert.Equal(3, world.Calls("droplets:list"));
    }

    [Fact]
    public async Task A_wrong_token_is_refused_with_the_request_id_and_is_never_shown()
    {
        await using var world = await DigitalOceanWorld.StartAsync();
        Directory.CreateDirectory(Path.Combine(world.Folder, "wrong"));
        var wrong = Path.Combine(world.Folder, "wrong", "token");
        await File.WriteAllTextAsync(wrong, $"dop_v1_{MarkedSecret.Of(SecretNames.DigitalOcean)}0");
        var account = new DigitalOceanAccount(new DigitalOceanPlace(world.Cloud.Url, SecretReference.TryParse($"file:{wrong}")), TimeProvider.System);

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => account.Droplets.ReadAsync("env:blue", default));

        Assert.Equal(
            "DigitalOcean said 'unauthorized' while reading the droplets with the tag 'env:blue': Unable to authenticate you " +
            "(HTTP 401, request id 00000000-0000-4000-8000-000000000001). The token is not valid (any more). Make a new one and put it where the option 'token' says.",
            refused.Message);
        Assert.DoesNotContain(MarkedSecret.Of(SecretNames.DigitalOcean), refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_back_is_cleaned_of_the_token()
    {
        await using var world = await DigitalOceanWorld.StartAsync();
        var token = world.Cloud.Options.Tokens[0];
        world.Cloud.Faults.Add(new Fault("droplets", "list", FaultKind.Error) { Status = 422, Code = "unprocessable_entity", Message = $"'Authorization: Bearer {token}' is odd" });

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => world.Account.Droplets.ReadAsync("env:blue", default));

        Assert.Contains("Bearer ***", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(token, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_limit_of_the_minute_the_message_says_when_to_come_back()
    {
        await using var world = await DigitalOceanWorld.StartAsync(new DigitalOceanDoubleOptions { CallsPerMinute = 2 });
        await world.Account.Droplets.ReadAsync("a", default);
        await world.Account.Droplets.ReadAsync("a", default);

        var late = await Assert.ThrowsAsync<ProviderUnavailableException>(() => world.Account.Droplets.ReadAsync("a", default));

        Assert.Matches("limit 5000, 4998 left, again in (60|5[0-9]) s", late.Message);
        Assert.Equal(3, world.Calls("droplets:list"));
    }

    [Theory]
    [InlineData("5", null, null, 5)]
    [InlineData("60", null, null, null)]
    [InlineData(null, "0", "1767225607", 7)]
    [InlineData(null, "0", "1767229200", null)]
    [InlineData(null, "12", "1767229200", 1)]
    [InlineData("soon", "none", "x", 1)]
    public void A_wait_that_is_asked_for_is_kept_and_one_that_is_too_long_is_not_waited_for(string? retryAfter, string? remaining, string? reset, int? seconds)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        foreach (var (name, value) in new[] { ("retry-after", retryAfter), ("ratelimit-remaining", remaining), ("ratelimit-reset", reset) })
        {
            _ = value is not null && answer.Headers.TryAddWithoutValidation(name, value);
        }

        var wait = RateLimit.Of(answer.Headers).WaitAt(DateTimeOffset.FromUnixTimeSeconds(1_767_225_600), TimeSpan.FromSeconds(1));

        Assert.Equal(seconds, wait?.TotalSeconds);
    }

    [Theory]
    [InlineData(FaultKind.Error, 503)]
    [InlineData(FaultKind.Error, 429)]
    [InlineData(FaultKind.LostReply, 500)]
    [InlineData(FaultKind.LostRequest, 500)]
    public async Task A_call_that_changes_nothing_is_repeated(FaultKind kind, int status)
    {
        await using var world = await DigitalOceanWorld.StartAsync();
        world.Cloud.Faults.Add(new Fault("droplets", "list", kind) { Status = status, Times = 2 });

        Assert.Empty(await world.Account.Droplets.ReadAsync("env:blue", default));

        Assert.Equal(3, world.Calls("droplets:list"));
    }

    [Theory]
    [InlineData(FaultKind.Error, 503, 1)]
    [InlineData(FaultKind.LostReply, 500, 1)]
    [InlineData(FaultKind.Error, 429, 2)]
    public async Task A_call_that_may_have_been_done_is_not_repeated(FaultKind kind, int status, int calls)
    {
        await using var world = await DigitalOceanWorld.StartAsync();
        world.Cloud.Faults.Add(new Fault("tags", "create", kind) { Status = status });

        var made = await Record.ExceptionAsync(() => world.Account.Client.CallAsync("making a tag", HttpMethod.Post, "/v2/tags", new JsonObject { ["name"] = "x" }, default));

        Assert.True(calls == 2 ? made is null : made is ProviderUnavailableException, made?.ToString());
        Assert.Equal(calls, world.Calls("tags:create"));
    }

    [Fact]
    public async Task Nobody_there_is_unavailable()
    {
        var world = await DigitalOceanWorld.StartAsync();
        await world.Cloud.DisposeAsync();

        var fault = await Assert.ThrowsAsync<ProviderUnavailableException>(() => world.Account.Droplets.ReadAsync("env:blue", default));

        Assert.Contains("did not answer while reading the droplets", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, "<html>Bad Gateway</html>", "said '502'", "<html>Bad Gateway</html>", typeof(ProviderUnavailableException))]
    [InlineData(400, """{"error":"bad_tag","messages":["too long","odd"],"root_causes":[]}""", "said 'bad_tag'", "too long; odd", typeof(ProviderRefusedException))]
    [InlineData(403, """{"id":"forbidden","message":"You are not authorized to perform this operation"}""", "said 'forbidden'", "scope", typeof(ProviderRefusedException))]
    [InlineData(403, """{"id":"forbidden","message":"Load Balancer can't be updated while it processes previous actions"}""", "said 'forbidden'", "tried again", typeof(ProviderUnavailableException))]
    [InlineData(404, """{"id":"not_found","message":"gone","request_id":"r-7"}""", "request id r-7", "Correct its name", typeof(ProviderRefusedException))]
    [InlineData(302, "", "said '302'", "request id unknown", typeof(ProviderRefusedException))]
    public void Each_fault_is_told_in_four_parts(int status, string body, string what, string more, Type type)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);

        var fault = ApiFault.Of("asking", ApiAnswer.Of(response, body));

        Assert.IsType(type, fault);
        Assert.Contains(what, fault.Message, StringComparison.Ordinal);
        Assert.Contains(more, fault.Message, StringComparison.Ordinal);
        Assert.Contains("while asking", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("given", "variable", "default: x", "given")]
    [InlineData(null, "variable", "access-token: SECRETdoctl", "variable")]
    [InlineData(null, null, "access-token: SECRETdoctl\ncontext: default\n", "doctl")]
    [InlineData(null, null, "access-token: SECRETdoctl\nauth-contexts:\n  default: true\n  team: \"SECRETof-team\"\ncontext: team\n", "of-team")]
    [InlineData(null, null, "# written by doctl\naccess-token: \"\"\ncontext: default\n", null)]
    [InlineData(null, null, null, null)]
    public async Task The_token_is_found_in_the_usual_places(string? option, string? variable, string? doctl, string? expected)
    {
        await using var world = await DigitalOceanWorld.StartAsync();
        var secret = MarkedSecret.Of(SecretNames.DigitalOcean);
        var (given, file) = (Path.Combine(world.Folder, "token"), Path.Combine(world.Folder, "doctl.yaml"));
        await File.WriteAllTextAsync(given, option is null ? "" : secret + option);
        await File.WriteAllTextAsync(file, doctl?.Replace("SECRET", secret, StringComparison.Ordinal) ?? "");
        var token = new AccessToken(
            option is null ? null : SecretReference.TryParse($"file:{given}"), SecretReader.Discover(), name => name == AccessToken.Variable && variable is not null ? secret + variable : null, doctl is null ? file + ".none" : file);

        var found = expected is null ? null : await token.ReadAsync(default);

        Assert.Equal(expected is null ? null : secret + expected, found);
        if (expected is null)
        {
            Assert.Contains("doctl auth init", (await Assert.ThrowsAsync<InvalidRequestException>(() => token.ReadAsync(default))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_that_cannot_be_one_is_told_by_its_place()
    {
        var token = new AccessToken(null, SecretReader.Discover(), _ => "two words", "/none");

        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => token.ReadAsync(default));

        Assert.Contains("'env:DIGITALOCEAN_ACCESS_TOKEN'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two words", refused.Message, StringComparison.Ordinal);
    }
}
