using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>What must be on the machine, checked before anything is started.</summary>
internal static class DemoTools
{
    private const string Packages = "apt-get install haproxy starman libplack-perl libdbd-sqlite3-perl";

    /// <summary>The shop's sources, which lie beside the program's.</summary>
    /// <exception cref="InvalidRequestException">A program, a Perl module or the sources are missing.</exception>
    public static async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var (program, arguments) in new[] { ("haproxy", new[] { "-v" }), ("perl", ["-MStarman", "-MPlack", "-MDBD::SQLite", "-e", "exit 0"]) })
        {
            if (await DemoProgram.TryAsync(program, arguments, cancellationToken) is { } trouble)
            {
                throw new InvalidRequestException(
                    $"The demo cannot use '{program} {string.Join(' ', arguments)}': {trouble} It needs HAProxy, Starman, Plack and DBD::SQLite. Install them: {Packages}");
            }
        }

        return FindShop();
    }

    private static string FindShop()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var shop = Path.Combine(directory.FullName, "examples", "perl-shop");
            if (File.Exists(Path.Combine(shop, "bin", "pack")))
            {
                return shop;
            }
        }

        throw new InvalidRequestException(
            $"There is no 'examples/perl-shop' above '{AppContext.BaseDirectory}'. The demo releases that shop; run it from a checkout of the project.");
    }
}
