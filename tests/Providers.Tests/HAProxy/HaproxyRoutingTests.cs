using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Secrets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HaproxyRoutingTests
{
    [Theory]
    [InlineData(Color.Blue)]
    [InlineData(Color.Green)]
    public async Task Preview_by_host_reaches_the_colour_whatever_the_split(Color color)
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await haproxy.Router.ShiftAsync(TrafficSplit.All(color.Other()), CancellationToken.None);
        var preview = haproxy.Router.Preview(color)!;
        Assert.Equal(haproxy.Base, preview.Base);
        Assert.Equal(color.Lower(), await haproxy.GetAsync("/", ("Host", preview.Headers["Host"])));
    }

    [Fact]
    public async Task Preview_by_header_reaches_the_colour_and_other_values_do_not()
    {
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with { PreviewHeader = "X-BlueGreen" });
        var preview = haproxy.Router.Preview(Color.Green)!;
        Assert.Equal("green", await haproxy.GetAsync("/", ("X-BlueGreen", preview.Headers["X-BlueGreen"])));
        Assert.Equal("blue", await haproxy.GetAsync("/", ("X-BlueGreen", "purple")));
    }

    [Fact]
    public async Task Preview_from_another_network_is_plain_traffic()
    {
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with { PreviewFrom = ["10.99.0.0/16", "192.0.2.7"] });
        Assert.Equal("blue", await haproxy.GetAsync("/", ("Host", haproxy.Options.PreviewHosts.Green)));
    }

    [Fact]
    public async Task Sticky_clients_move_over_once_while_the_percentage_rises()
    {
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with { Sticky = true });
        List<string> cookies = [];
        for (var client = 0; client < 60; client++)
        {
            using var first = await haproxy.SendAsync("/");
            cookies.Add(first.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        }

        HashSet<string> moved = [];
        foreach (var percent in new[] { 10, 30, 60, 90, 100 })
        {
            await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, percent), CancellationToken.None);
            foreach (var cookie in cookies)
            {
                var bucket = int.Parse(cookie.Split('=')[1], CultureInfo.InvariantCulture);
                var answer = await haproxy.GetAsync("/", ("Cookie", $"theme=dark; {cookie}"));
                Assert.Equal(bucket < percent ? "green" : "blue", answer);
                Assert.False(moved.Contains(cookie) && answer == "blue");
                _ = answer == "green" && moved.Add(cookie);
            }
        }

        Assert.Equal(cookies.Distinct().Count(), moved.Count);
    }

    [Fact]
    public async Task A_forged_cookie_is_replaced()
    {
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with { Sticky = true });
        using var response = await haproxy.SendAsync("/", ("Cookie", "bluegreen=-5x"));
        Assert.Matches("^bluegreen=[0-9]{1,2};", response.Headers.GetValues("Set-Cookie").Single());
    }

    [Fact]
    public async Task Answer_header_names_the_colour()
    {
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with { AnswerHeader = "X-Color" });
        using var response = await haproxy.SendAsync("/");
        Assert.Equal("blue", response.Headers.GetValues("X-Color").Single());
    }

    [Fact]
    public async Task Tls_bind_serves_https()
    {
        var port = FreePort.Next();
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with
        {
            Tls = new HaproxyTls { Certificate = Certificate(Path.GetDirectoryName(options.Config)!), Binds = [$"127.0.0.1:{port}"] },
        });
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile($"{haproxy.Folder.FullName}/c.pem"));
        using var client = new HttpClient(handler);
        Assert.Equal("blue", await client.GetStringAsync(new Uri($"https://127.0.0.1:{port}/")));
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task Stats_page_wants_the_password_from_the_secret_and_the_file_is_private()
    {
        var (port, password) = (FreePort.Next(), "s3 cr&t \"#$\\1" + MarkedSecret.Of(SecretNames.Statistics));
        await using var haproxy = await HaproxyFixture.StartAsync(options =>
        {
            var file = Path.Combine(Path.GetDirectoryName(options.Config)!, "password");
            File.WriteAllText(file, password + "\n");
            return options with { Stats = new HaproxyStats { Bind = $"127.0.0.1:{port}", Password = $"file:{file}" } };
        });
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var without = await client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + password)));
        using var with = await client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(haproxy.Options.Config));
    }

    private static string Certificate(string folder)
    {
        using var openssl = Process.Start(new ProcessStartInfo(
            "bash", ["-c", "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=bluegreen -addext subjectAltName=IP:127.0.0.1 -keyout \"$0/k.pem\" -out \"$0/c.pem\" 2>/dev/null && cat \"$0/k.pem\" \"$0/c.pem\" > \"$0/tls.pem\"", folder]))!;
        openssl.WaitForExit();
        return $"{folder}/tls.pem";
    }
}
