namespace BlueGreenServerless.EndToEnd.Tests.Stand;

/// <summary>The stand's bluegreen.yaml: a user's file whose pauses are as short as they may be.</summary>
internal static class StandConfiguration
{
    public static string Yaml(ReleaseStand stand) => Plan(stand) + Targets(stand);

    private static string Plan(ReleaseStand stand) =>
        $$"""
        app: {{stand.App.Name}}
        strategy:
          kind: canary
          steps: [25, 100]
          pause: 1s
          bake: 1s
          rollbackWindow: 10m
        health:
          path: /health
          healthyChecks: 1
          interval: 1s
          timeout: 90s
        smoke:
          - path: /
            contains: "v{{"{{version}}"}}"
        observe:
          interval: 1s
          maxErrorRate: 5%
          maxErrorIncrease: 5%
          maxSlowdown: 100
          minRequests: 5
          probe: /health
          noDataDeadline: 90s
        install:
          directory: {{stand.Directory}}/hosts
          hooks:
            stop: ["bin/stop"]
            {{stand.App.InstallHook}}
            start: ["bin/start"]
            verify: ["bin/verify"]
        deadlines:
          deploy: 180s
          prepare: 90s
          rollback: 180s

        """;

    private static string Targets(ReleaseStand stand) =>
        $$"""
        targets:
          - name: web
            router:
              provider: haproxy
              binds: ["127.0.0.1:{{stand.Ports.Users}}"]
              blue: [{{Servers(stand, StandPorts.Blue)}}]
              green: [{{Servers(stand, StandPorts.Green)}}]
              config: {{stand.Directory}}/lb/haproxy.cfg
              socket: {{stand.Directory}}/lb/admin.sock
              masterSocket: {{stand.Directory}}/lb/master.sock
              serverMaxconn: {{stand.App.Workers}}
              health:
                path: /health
                interval: 200ms
            hosts:
              provider: local
              blue: [{{Hosts(stand, StandPorts.Blue)}}]
              green: [{{Hosts(stand, StandPorts.Green)}}]

        """;

    private static string Servers(ReleaseStand stand, IEnumerable<string> sites) =>
        string.Join(", ", sites.Select(site => $"\"{site}@127.0.0.1:{stand.Ports.Of[site]}\""));

    private static string Hosts(ReleaseStand stand, IEnumerable<string> sites) => string.Join(", ", sites.Select(site => $"\"{stand.Site(site)}\""));
}
