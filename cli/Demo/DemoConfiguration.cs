namespace BlueGreenServerless.Cli.Demo;

/// <summary>The bluegreen.yaml of the demo: a user's file with short pauses.</summary>
internal static class DemoConfiguration
{
    public static IReadOnlyList<string> Blue { get; } = ["blue-1", "blue-2"];

    public static IReadOnlyList<string> Green { get; } = ["green-1", "green-2"];

    public static string Yaml(DemoFiles files, DemoPorts ports) => Plan(files) + Targets(files, ports);

    private static string Plan(DemoFiles files) =>
        $$"""
        app: perl-shop
        strategy:
          kind: canary
          steps: [10, 50, 100]
          pause: 4s
          bake: 4s
          rollbackWindow: 10m
        health:
          path: /health
          healthyChecks: 2
          interval: 1s
          timeout: 60s
        smoke:
          - path: /
            expect: 200
            contains: "v{{"{{version}}"}}"
          - path: /product/1
        observe:
          interval: 2s
          maxErrorRate: 5%
          maxErrorIncrease: 5%
          maxSlowdown: 50
          minRequests: 20
          probe: /health
          noDataDeadline: 30s
        install:
          directory: {{files.Root}}/hosts
          hooks:
            stop: ["bin/stop"]
            install: ["bin/install"]
            start: ["bin/start"]
            verify: ["bin/verify"]
          migrations:
            expand: "bin/migrate expand"
            contract: "bin/migrate contract"

        """;

    private static string Targets(DemoFiles files, DemoPorts ports) =>
        $$"""
        targets:
          - name: shop
            router:
              provider: haproxy
              binds: ["127.0.0.1:{{ports.Users}}"]
              blue: [{{Servers(Blue, ports)}}]
              green: [{{Servers(Green, ports)}}]
              config: {{files.Balancer}}/haproxy.cfg
              socket: {{files.Balancer}}/admin.sock
              masterSocket: {{files.Balancer}}/master.sock
              serverMaxconn: 2
              health:
                path: /health
                interval: 500ms
            hosts:
              provider: local
              blue: [{{Hosts(Blue, files)}}]
              green: [{{Hosts(Green, files)}}]

        """;

    private static string Servers(IEnumerable<string> sites, DemoPorts ports) => string.Join(", ", sites.Select(site => $"\"{site}@127.0.0.1:{ports.Sites[site]}\""));

    private static string Hosts(IEnumerable<string> sites, DemoFiles files) => string.Join(", ", sites.Select(site => $"\"{files.Site(site)}\""));
}
