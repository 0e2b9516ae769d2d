namespace BlueGreenServerless.EndToEnd.Tests.Cli;

/// <summary>The bluegreen.yaml of a <see cref="ReleaseSite"/>: everything quick, unless a test wants it otherwise.</summary>
internal sealed record SitePlan
{
    public string Steps { get; init; } = "[50, 100]";

    public string Pause { get; init; } = "1s";

    public string RollbackWindow { get; init; } = "1h";

    public string WhenBusy { get; init; } = "queue-newest";

    public bool Approval { get; init; }

    /// <summary>What the smoke test wants to read.</summary>
    public string? Contains { get; init; }

    public IReadOnlyList<string> InstallHooks { get; init; } = [];

    public string Yaml(string folder, IReadOnlyList<int> ports) =>
        $$"""
        app: c-service
        whenBusy: {{WhenBusy}}
        strategy: { kind: canary, steps: {{Steps}}, pause: {{Pause}}, bake: 1s, rollbackWindow: {{RollbackWindow}} }
        health: { path: /health, healthyChecks: 2, interval: 1s, timeout: 90s }
        smoke:
          - { path: /health, expect: 200{{(Contains is null ? "" : $", contains: \"{Contains}\"")}} }
        observe: { interval: 1s, minRequests: 1, probe: /health, maxSlowdown: 1000, noDataDeadline: 90s }
        approval: { required: {{(Approval ? "true, timeout: 5m" : "false")}} }
        install:
          directory: {{folder}}/unused
          hooks:
            install: [{{string.Join(", ", InstallHooks.Select(hook => $"'{hook}'"))}}]
            stop: ["bin/stop"]
            start: ["bin/start"]
        targets:
          - name: web
            router:
              provider: haproxy
              binds: ["127.0.0.1:{{ports[0]}}"]
              blue: ["blue@127.0.0.1:{{ports[1]}}"]
              green: ["green@127.0.0.1:{{ports[2]}}"]
              config: {{folder}}/lb/haproxy.cfg
              socket: {{folder}}/lb/admin.sock
              masterSocket: {{folder}}/lb/master.sock
              health: { path: /health, interval: 200ms }
            hosts:
              provider: local
              blue: ["{{folder}}/blue"]
              green: ["{{folder}}/green"]
              settings:
                blue: { env: { PORT: "{{ports[1]}}", STOP_SECONDS: "2" } }
                green: { env: { PORT: "{{ports[2]}}", STOP_SECONDS: "2" } }

        """;
}
