using BlueGreenServerless.Testing.Net;
namespace BlueGreenServerless.Testing.Sites;

/// <summary>
/// The Perl shop of the examples as it lies on a machine after a release: artifact packed, unpacked into a site, started by its own
/// scripts. Stopped by them, too.
/// </summary>
public sealed class PerlShop : IAsyncDisposable
{
    private readonly string _site;

    private PerlShop(string site, string release, int port) => (_site, ReleaseFolder, Port) = (site, release, port);

    public static string Folder { get; } = Repository.Path("examples", "perl-shop");

    public string ReleaseFolder { get; }

    public int Port { get; }

    public string Log => File.ReadAllText(Path.Combine(_site, "log", "perl-shop.log"));

    /// <summary>Process id of the server, from its pid file.</summary>
    public int ProcessId => int.Parse(File.ReadAllText(Path.Combine(_site, "run", "perl-shop.pid")));

    /// <summary>Builds an artifact in <paramref name="folder"/> and returns its path.</summary>
    public static async Task<string> PackAsync(string version, string folder, string fault = "none")
    {
        await SiteProcess.RunAsync(Path.Combine(Folder, "bin", "pack"), [version, "--fault", fault, "--out", folder]);
        return Path.Combine(folder, $"perl-shop-{version}.tar.gz");
    }

    /// <summary>Unpacks a version into a site below <paramref name="folder"/>; nothing runs yet.</summary>
    public static async Task<PerlShop> InstallAsync(string version, string folder, string fault = "none", string? database = null)
    {
        var artifact = await PackAsync(version, Path.Combine(folder, "artifacts"), fault);
        var (site, port) = (Path.Combine(folder, "site"), FreePort.Next());
        var release = Path.Combine(site, "releases", version);
        Directory.CreateDirectory(release);
        await SiteProcess.RunAsync("tar", ["-xzf", artifact, "-C", release]);
        await File.WriteAllTextAsync(Path.Combine(site, "site.env"), $"PORT={port}\nSHOP_DATABASE={database ?? Path.Combine(folder, "shop.sqlite")}\n");
        return new PerlShop(site, release, port);
    }

    public static async Task<PerlShop> StartAsync(string version, string folder, string fault = "none")
    {
        var shop = await InstallAsync(version, folder, fault);
        await shop.RunAsync("migrate", "expand");
        await shop.RunAsync("start");
        return shop;
    }

    /// <summary>Runs one of the release's scripts: install, start, stop, verify, migrate. Fails with its output when it says no.</summary>
    public Task<string> RunAsync(string script, params string[] arguments) => SiteProcess.RunAsync("bash", ["-c", "exec \"$0\" \"$@\" 2>&1", Path.Combine(ReleaseFolder, "bin", script), .. arguments]);

    public async ValueTask DisposeAsync() => await RunAsync("stop");
}
