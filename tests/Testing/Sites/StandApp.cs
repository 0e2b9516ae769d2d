namespace BlueGreenServerless.Testing.Sites;

/// <summary>An application that a stand releases: one of the examples.</summary>
/// <param name="InstallHook">The line of the user's file for the install hook, or a comment.</param>
/// <param name="Workers">Requests that one site serves at a time.</param>
/// <param name="PackAsync">Version, fault and folder to the artifact's path.</param>
public sealed record StandApp(
    string Name, string InstallHook, int Workers, Func<string, string, string, Task<string>> PackAsync, Func<string, int, string> Settings)
{
    public static StandApp CService { get; } = new(
        "c-service", "# nothing to install", 100, (version, _, folder) => Sites.CService.PackAsync(version, folder), (_, port) => $"PORT={port}\n");

    public static StandApp PerlShop { get; } = new(
        "perl-shop", "install: [\"bin/install\"]", 2, (version, fault, folder) => Sites.PerlShop.PackAsync(version, folder, fault),
        (folder, port) => $"PORT={port}\nSHOP_DATABASE={folder}/shop.sqlite\n");

    /// <summary>Version 1 as a release would have left it.</summary>
    public async Task InstallFirstAsync(string artifact, string site)
    {
        var release = Path.Combine(site, "releases", "1");
        Directory.CreateDirectory(release);
        await SiteProcess.RunAsync("tar", ["-xzf", artifact, "-C", release]);
        File.CreateSymbolicLink(Path.Combine(site, "current"), Path.Combine("releases", "1"));
        if (File.Exists(Path.Combine(release, "bin", "migrate")))
        {
            await SiteProcess.RunAsync("env", ["-C", release, "bin/migrate", "expand"]);
        }

        await SiteProcess.RunAsync("env", ["-C", release, "bin/start"]);
    }

    public static async Task StopAsync(string site)
    {
        var stop = Path.Combine(site, "current", "bin", "stop");
        if (File.Exists(stop))
        {
            await SiteProcess.RunAsync("env", ["STOP_SECONDS=3", "bash", "-c", "\"$0\" || true", stop]);
        }
    }
}
