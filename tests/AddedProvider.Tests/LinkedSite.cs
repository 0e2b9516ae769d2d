using System.Net;
using BlueGreenServerless.Load;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AddedProvider.Tests;

/// <summary>
/// A web server that passes requests to a socket, two colours of an application that listens on sockets, and the command with the added
/// provider. Version 1 is live on blue.
/// </summary>
internal sealed class LinkedSite : IAsyncDisposable
{
    private const string Start = """
        #!/bin/bash
        set -euo pipefail
        here=$(cd "$(dirname "$0")/.." && pwd)
        rm -f "$BLUEGREEN_DIRECTORY/app.sock"
        setsid starman --workers 2 --listen "$BLUEGREEN_DIRECTORY/app.sock" --pid "$BLUEGREEN_DIRECTORY/app.pid" "$here/app.psgi" \
          </dev/null >>"$BLUEGREEN_DIRECTORY/app.log" 2>&1 &
        until [ -S "$BLUEGREEN_DIRECTORY/app.sock" ] && [ -s "$BLUEGREEN_DIRECTORY/app.pid" ]; do sleep 0.05; done

        """;

    private const string Stop = """
        #!/bin/bash
        set -euo pipefail
        pid=$(cat "$BLUEGREEN_DIRECTORY/app.pid" 2>/dev/null) || exit 0
        kill "$pid" 2>/dev/null || exit 0
        while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done

        """;

    private readonly TemporaryDirectory directory = new();
    private readonly IReadOnlyList<int> ports = FreePort.Next(2);
    private readonly string command;
    private SiteProcess? server;

    private LinkedSite() => command = OneMore.Command(directory);

    /// <summary>The user's.</summary>
    public string ConfigurationFile => directory.Below("bluegreen.yaml");

    /// <summary>Where the link of the live colour leads.</summary>
    public string? Live => new FileInfo(directory.Below("live.sock")).LinkTarget;

    public static async Task<LinkedSite> StartAsync()
    {
        var site = new LinkedSite();
        try
        {
            await site.InstallFirstAsync();
            site.server = SiteProcess.Start("haproxy", ["-db", "-f", site.directory.Below("web.cfg")]);
            await Answering.UntilAsync(site.ports[0], "/");
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public string SocketOf(string color) => directory.Below(color, "app.sock");

    public LoadGenerator Load() => LoadGenerator.Start(
        new LoadPlan { Address = new IPEndPoint(IPAddress.Loopback, ports[0]), KeepAliveWorkers = 2, NewConnectionWorkers = 2, RequestsPerSecond = 40 }, TimeProvider.System);

    public async Task<string> PackAsync(string version)
    {
        var folder = directory.Below("build", version);
        Directory.CreateDirectory(Path.Combine(folder, "bin"));
        await File.WriteAllTextAsync(Path.Combine(folder, "app.psgi"), $"sub {{ [200, ['Content-Type' => 'text/plain', 'X-Version' => '{version}', 'Content-Length' => {8 + version.Length}], ['version {version}']] }}\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "bin", "start"), Start);
        await File.WriteAllTextAsync(Path.Combine(folder, "bin", "stop"), Stop);
        await SiteProcess.RunAsync("bash", ["-c", "cd \"$0\" && chmod +x bin/* && tar -czf ../shop-$1.tar.gz . && cd .. && sha256sum shop-$1.tar.gz >shop-$1.tar.gz.sha256", folder, version]);
        return directory.Below("build", $"shop-{version}.tar.gz");
    }

    public async Task<BluegreenEnd> RunAsync(params string[] arguments)
    {
        await using var process = SiteProcess.Start("env", ["--chdir", directory.Path, "dotnet", command, .. arguments]);
        var (code, output) = await process.ExitAsync();
        return new BluegreenEnd(code, output, "");
    }

    public async ValueTask DisposeAsync()
    {
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        LeftProcesses.Kill(directory.Path);
        directory.Dispose();
    }

    private async Task InstallFirstAsync()
    {
        await File.WriteAllTextAsync(ConfigurationFile, Configuration());
        await File.WriteAllTextAsync(directory.Below("web.cfg"), WebServer());
        Array.ForEach(["blue", "green", "lb"], name => Directory.CreateDirectory(directory.Below(name)));
        await PackAsync("1");
        await SiteProcess.RunAsync(directory.Below("build", "1", "bin", "start"), [], new Dictionary<string, string>(StringComparer.Ordinal) { ["BLUEGREEN_DIRECTORY"] = directory.Below("blue") });
        var setup = await RunAsync("setup");
        Assert.True(setup.Code == 0, setup.Output);
    }

    private string Configuration() => $$"""
        app: shop
        strategy: { kind: all-at-once, bake: 1s, rollbackWindow: 1h }
        health: { path: /, healthyChecks: 1, interval: 1s, timeout: 2m }
        smoke: [ { path: /, expect: 200, contains: "version {{{"{version}"}}}" } ]
        observe: { interval: 1s, probe: / }
        install: { directory: /srv/shop, hooks: { stop: ["bin/stop"], start: ["bin/start"] } }
        targets:
          - name: web
            router:
              provider: socket-link
              link: {{directory.Below("live.sock")}}
              blue: {{SocketOf("blue")}}
              green: {{SocketOf("green")}}
              previewLink: {{directory.Below("next.sock")}}
              previewAddress: http://127.0.0.1:{{ports[1]}}
              through: { provider: local, hosts: [{{directory.Below("lb")}}] }
            hosts: { provider: local, blue: [{{directory.Below("blue")}}], green: [{{directory.Below("green")}}] }

        """;

    private string WebServer() => $"""
        defaults
            mode http
            option http-server-close
            timeout connect 5s
            timeout client 60s
            timeout server 60s
        frontend users
            bind 127.0.0.1:{ports[0]}
            default_backend live
        frontend preview
            bind 127.0.0.1:{ports[1]}
            default_backend next
        backend live
            server live unix@{directory.Below("live.sock")}
        backend next
            server next unix@{directory.Below("next.sock")}

        """;
}
