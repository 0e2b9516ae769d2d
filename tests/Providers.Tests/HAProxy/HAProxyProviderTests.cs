using System.Text.Json;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HAProxyProviderTests
{
    private static readonly PortContext Context = new(TimeProvider.System, _ => throw new InvalidOperationException("no hosts here"), new PassingNotes());

    [Fact]
    public void Three_keys_are_enough()
    {
        var options = JsonElement.Parse("""{ "binds": ["*:8080"], "blue": ["127.0.0.1:5001"], "green": ["127.0.0.1:5002"] }""");
        var router = new HAProxyProvider().Router!.From(options, Context);
        Assert.True(router.Abilities is { Weights: true, Preview: true });
        var preview = router.Preview(Color.Green)!;
        Assert.Equal(new Uri("http://127.0.0.1:8080"), preview.Base);
        Assert.Equal("green.bluegreen.internal", preview.Headers["Host"]);
    }

    [Fact]
    public void Every_key_can_be_given_as_json()
    {
        var options = JsonElement.Parse(
            """
            { "manage": "mapOnly", "socket": "/run/a.sock", "directory": "/var/lib/maps", "backends": { "blue": "one", "green": "two" },
              "health": { "interval": 0.25 }, "timeouts": { "hardStopAfter": 60 }, "stats": { "bind": ":8404", "password": "file:/etc/secret" },
              "tls": { "certificate": "/etc/site.pem", "binds": ["*:443"] }, "serverMaxconn": 4, "previewAddress": "https://10.0.0.5" }
            """);
        Assert.NotNull(new HAProxyProvider().Metrics!.From(options, Context));
        Assert.Equal(new Uri("https://10.0.0.5"), new HAProxyProvider().Router!.From(options, Context).Preview(Color.Blue)!.Base);
    }
}
