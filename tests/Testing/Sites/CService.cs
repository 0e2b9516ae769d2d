using BlueGreenServerless.Testing.Net;
namespace BlueGreenServerless.Testing.Sites;

/// <summary>The C service of the examples, compiled once per test run, one process per instance.</summary>
public sealed class CService : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Compiled = new(() => MakeAsync("all", "sanitized"));

    private CService(SiteProcess process, int port) => (Process, Port) = (process, port);

    public static string Folder { get; } = Repository.Path("examples", "c-service");

    public SiteProcess Process { get; }

    public int Port { get; }

    /// <param name="sanitized">With address and undefined-behaviour checks: the process exits with an error at the first finding.</param>
    public static async Task<CService> StartAsync(string version, int? port = null, bool sanitized = false, IReadOnlyDictionary<string, string>? environment = null)
    {
        await Compiled.Value;
        var chosen = port ?? FreePort.Next();
        var settings = new Dictionary<string, string>(environment ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            ["PORT"] = $"{chosen}",
            ["VERSION"] = version,
        };
        var process = SiteProcess.Start(Path.Combine(Folder, "build", sanitized ? "c-service-sanitized" : "c-service"), [], settings);
        await Answering.UntilAsync(chosen);
        return new CService(process, chosen);
    }

    /// <summary>Builds an artifact in <paramref name="folder"/> and returns its path.</summary>
    public static async Task<string> PackAsync(string version, string folder)
    {
        await Compiled.Value;
        // a stage of its own: tests pack the same version at the same time
        await MakeAsync("artifact", $"VERSION={version}", $"DIST={folder}", $"STAGE={Path.Combine(folder, ".stage-" + version)}");
        return Path.Combine(folder, $"c-service-{version}.tar.gz");
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static Task<string> MakeAsync(params string[] arguments) => SiteProcess.RunAsync("make", ["-s", "-C", Folder, .. arguments]);
}
