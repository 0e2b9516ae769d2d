using System.Diagnostics;
using System.Runtime.CompilerServices;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

/// <summary>The rendered text is kept in Snapshots; to accept a change, delete the file and run the tests twice.</summary>
public sealed class HaproxyConfigurationTests
{
    private static readonly HaproxyOptions Minimal = new() { Binds = ["*:80"], Blue = ["10.0.0.1:5000"], Green = ["10.0.0.2:5000"] };

    private static readonly Dictionary<string, HaproxyOptions> Variants = new(StringComparer.Ordinal)
    {
        ["minimal"] = Minimal,
        ["prefork-sticky"] = Minimal with
        {
            Blue = ["b1@10.0.0.1:5000", "10.0.0.3:5001"],
            Green = ["[2001:db8::2]:5000", "localhost:5003"],
            Sticky = true,
            ServerMaxconn = 4,
            AnswerHeader = "X-Color",
        },
        ["preview-restricted"] = Minimal with
        {
            PreviewHeader = "X-BlueGreen",
            PreviewHosts = new HaproxyPreviewHosts { Blue = "blue.example.test", Green = "green.example.test" },
            PreviewFrom = ["10.0.0.0/8", "192.0.2.1"],
            Directory = "/var/lib/bluegreen",
            Backends = new HaproxyBackends { Blue = "shop_blue", Green = "shop_green" },
        },
        ["everything"] = Minimal with
        {
            Binds = [],
            Tls = new HaproxyTls { Certificate = "/etc/haproxy/site.pem", Binds = [":443"] },
            Stats = new HaproxyStats { Bind = "127.0.0.1:8404", Password = "env:STATS_PASSWORD" },
            Log = "/dev/log",
            User = "daemon",
            Group = "daemon",
            ServerKeepAlive = true,
            Health = new HaproxyHealth { Path = "/healthz?deep=1", Host = "shop.example.test", Interval = TimeSpan.FromSeconds(2), Fall = 3, Rise = 1 },
            Timeouts = new HaproxyTimeouts { HardStopAfter = TimeSpan.FromMinutes(1), Server = TimeSpan.FromMilliseconds(1500) },
        },
    };

    public static TheoryData<string> Names => [.. Variants.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rendered_text_is_the_snapshot(string name)
    {
        var path = Path.Combine(SnapshotFolder(), $"{name}.cfg");
        var text = HaproxyConfiguration.Render(Variants[name]).Text;
        if (!File.Exists(path))
        {
            File.WriteAllText(path, text);
            Assert.Fail($"There was no snapshot; '{path}' is written, read it and run again.");
        }

        Assert.Equal(File.ReadAllText(path), text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Haproxy_accepts_the_text_without_a_warning(string name)
    {
        using var folder = new TemporaryDirectory("hap-");
        var options = Variants[name] with { Config = $"{folder.Path}/haproxy.cfg", Directory = folder.Path };
        options = options.Tls is null ? options : options with { Tls = null, Binds = ["*:443"] };
        await File.WriteAllTextAsync(options.Config, HaproxyConfiguration.Render(options).Text);
        await File.WriteAllTextAsync($"{folder.Path}/split.map", "green_pct 0\n");
        using var check = Process.Start(new ProcessStartInfo("bash", ["-c", "PATH=$PATH:/usr/sbin haproxy -c -dW -f \"$0\" 2>&1", options.Config])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var said = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        Assert.True(check.ExitCode == 0, said);
    }

    [Fact]
    public void Digest_changes_with_the_options_only()
    {
        Assert.Equal(HaproxyConfiguration.Render(Minimal).Digest, HaproxyConfiguration.Render(Minimal with { }).Digest);
        Assert.NotEqual(HaproxyConfiguration.Render(Minimal).Digest, HaproxyConfiguration.Render(Minimal with { Sticky = true }).Digest);
    }

    [Theory]
    [InlineData("x y")]
    [InlineData("x\n    server evil 1.2.3.4:80")]
    [InlineData("x\"")]
    [InlineData("x'")]
    [InlineData("x#")]
    [InlineData("${HOME}")]
    [InlineData("x\\ y")]
    [InlineData("$(reboot)")]
    [InlineData("")]
    public void No_value_leaves_its_place_in_the_line(string evil)
    {
        foreach (var options in Poisoned(evil))
        {
            var refused = Assert.Throws<InvalidRequestException>(() => HaproxyConfiguration.Render(options));
            Assert.DoesNotContain('\n', refused.Message);
        }
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var refused = Assert.Throws<InvalidRequestException>(() => HaproxyConfiguration.Render(new HaproxyOptions
        {
            Blue = ["10.0.0.1:5000", "10.0.0.1:5000", "nonsense"],
            PreviewHeader = "X Y",
            Stats = new HaproxyStats { Bind = "127.0.0.1:8404", Password = "hunter2" },
            Balancers = [new PortBinding("ssh", default)],
        }));
        string[] parts = ["'binds'", "'green' has no servers", "there twice", "'nonsense'", "'X Y'", "'stats.password' is not usable"];
        Assert.All(parts, part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<HaproxyOptions> Poisoned(string evil) =>
    [
        Minimal with { Config = $"/etc/{evil}/../haproxy.cfg" },
        Minimal with { Directory = $"/{evil} " },
        Minimal with { Socket = evil },
        Minimal with { Binds = [$"{evil}:80 "] },
        Minimal with { Blue = [$"{evil}@10.0.0.1:80"] },
        Minimal with { Blue = [$"{evil}:80 "] },
        Minimal with { Tls = new HaproxyTls { Certificate = evil, Binds = ["*:443"] } },
        Minimal with { PreviewHosts = new HaproxyPreviewHosts { Green = evil } },
        Minimal with { PreviewHeader = evil },
        Minimal with { AnswerHeader = evil },
        Minimal with { PreviewFrom = [evil] },
        Minimal with { Stats = new HaproxyStats { Bind = evil, Password = "env:A" } },
        Minimal with { Stats = new HaproxyStats { Bind = "*:1", User = evil, Password = "env:A" } },
        Minimal with { Stats = new HaproxyStats { Bind = "*:1", Password = $"env:{evil}" } },
        Minimal with { Health = new HaproxyHealth { Path = evil } },
        Minimal with { Health = new HaproxyHealth { Host = evil } },
        Minimal with { Backends = new HaproxyBackends { Blue = evil } },
        Minimal with { User = evil },
        Minimal with { Group = evil },
        Minimal with { Log = evil },
    ];

    private static string SnapshotFolder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Snapshots");
}
