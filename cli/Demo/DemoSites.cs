using System.Diagnostics;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>The four sites of the shop, two for each colour, one Starman with two workers each. Version 1 runs on blue before the first release.</summary>
internal sealed class DemoSites(string shop, DemoFiles files, DemoPorts ports) : IAsyncDisposable
{
    private const string First = "1";

    /// <summary>Builds the artifact of a version; returns its path.</summary>
    public async Task<string> PackAsync(string version, string fault, CancellationToken cancellationToken)
    {
        await DemoProgram.RunAsync(Path.Combine(shop, "bin", "pack"), [version, "--fault", fault, "--out", files.Artifacts], cancellationToken);
        return Path.Combine(files.Artifacts, $"perl-shop-{version}.tar.gz");
    }

    public async Task InstallFirstAsync(CancellationToken cancellationToken)
    {
        foreach (var (site, port) in ports.Sites)
        {
            Directory.CreateDirectory(files.Site(site));
            await File.WriteAllTextAsync(Path.Combine(files.Site(site), "site.env"), $"PORT={port}\nSHOP_DATABASE={files.Database}\n", cancellationToken);
        }

        var artifact = await PackAsync(First, "none", cancellationToken);
        foreach (var site in DemoConfiguration.Blue)
        {
            await InstallAsync(artifact, files.Site(site), cancellationToken);
        }
    }

    /// <summary>Ends every process that runs in the demo's directory, gently first.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var stop in ports.Sites.Keys.Select(site => Path.Combine(files.Site(site), "current", "bin", "stop")).Where(File.Exists))
        {
            await DemoProgram.TryAsync("env", ["STOP_SECONDS=5", stop], CancellationToken.None);
        }

        foreach (var left in DemoLeftovers.Below(files.Root))
        {
            using (left)
            {
                left.Kill();
                await left.WaitForExitAsync();
            }
        }
    }

    private static async Task InstallAsync(string artifact, string site, CancellationToken cancellationToken)
    {
        var release = Path.Combine(site, "releases", First);
        Directory.CreateDirectory(release);
        await DemoProgram.RunAsync("tar", ["-xzf", artifact, "-C", release], cancellationToken);
        File.CreateSymbolicLink(Path.Combine(site, "current"), Path.Combine("releases", First));
        await DemoProgram.RunAsync(Path.Combine(release, "bin", "migrate"), ["expand"], cancellationToken);
        await DemoProgram.RunAsync("env", ["-C", release, "bin/start"], cancellationToken);
    }
}
