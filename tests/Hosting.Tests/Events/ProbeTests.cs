using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Probes;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Hosting.Tests.Events;

public sealed class ProbeTests
{
    private const string Shop = """{"app":"shop"}""";
    private readonly Doors doors = new();

    private IEnumerable<JsonElement> Told => doors.Lines.Where(line => line.TryGetProperty("ProbeFailures", out _));

    [Fact]
    public async Task Every_target_with_an_address_is_asked_at_the_health_path()
    {
        Configure("https://shop.example:8443/ignored", "http://203.0.113.7");

        await doors.SendAsync(nameof(ProbeTargets), Shop);

        Assert.Equal(["http://203.0.113.7/up", "https://shop.example:8443/up"], doors.World.Probe.Asked.Select(asked => asked.Uri.AbsoluteUri).Order(StringComparer.Ordinal));
        Assert.Equal([0, 0], Told.Select(line => line.GetProperty("ProbeFailures").GetInt32()));
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(302, null)]
    [InlineData(null, "connection refused")]
    public async Task What_does_not_answer_well_is_told_by_app_and_target(int? status, string? error)
    {
        Configure("https://shop.example");
        doors.World.Probe.Otherwise = new ProbeAnswer(status, "", error, TimeSpan.FromMilliseconds(70));

        await doors.SendAsync(nameof(ProbeTargets), Shop);

        var line = Assert.Single(Told);
        Assert.Equal(("shop", "t1", 1, 70), (line.GetProperty("App").GetString(), line.GetProperty("Target").GetString(), line.GetProperty("ProbeFailures").GetInt32(), line.GetProperty("ProbeDuration").GetInt32()));
        Assert.Equal("""[["App"],["App","Target"]]""", line.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0].GetProperty("Dimensions").GetRawText());
        Assert.Equal(["accepted"], doors.Results);
    }

    [Theory]
    [InlineData(Shop, "none of its targets has an 'address'")]
    [InlineData("""{"app":"blog"}""", "The app 'blog' is not known")]
    [InlineData("""{"app":"../shop"}""", "The field 'app'")]
    public async Task A_probe_that_has_nothing_to_ask_is_refused(string json, string why)
    {
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => doors.SendAsync(nameof(ProbeTargets), json));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Told);
    }

    private void Configure(params string[] addresses) => doors.Storage.Files["config/shop.yaml"] = $$"""
        app: shop
        health: { path: /up }
        install: { directory: /srv/shop, hooks: { start: ["bin/start"] } }
        targets:
        {{string.Join('\n', addresses.Select((address, index) => Target(index + 1, address)))}}
        """;

    private static string Target(int number, string address) =>
        $$"""  - { name: t{{number}}, address: "{{address}}", router: { provider: haproxy, binds: ["*:{{8000 + number}}"], blue: ["10.0.0.1:80"], green: ["10.0.0.2:80"] }, hosts: { provider: local, blue: ["/srv/b"], green: ["/srv/g"] } }""";
}
