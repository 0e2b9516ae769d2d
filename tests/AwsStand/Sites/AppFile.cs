namespace BlueGreenServerless.AwsStand.Sites;

/// <summary>The bluegreen.yaml of an app of the stand: a user's file whose pauses are as short as they may be.</summary>
internal static class AppFile
{
    public static string Of(AppPlan plan, CloudApp app) => Plan(plan) + Target(app);

    private static string Plan(AppPlan plan) =>
        $$"""
        app: {{plan.Name}}
        strategy:
          kind: canary
          steps: [{{plan.Steps}}]
          pause: {{plan.Pause}}
          bake: {{plan.Bake}}
          rollbackWindow: {{plan.Window}}
        health:
          path: /health
          healthyChecks: 1
          interval: 1s
          timeout: 2m
        smoke:
          - path: /
            contains: "v{{"{{version}}"}}"
        observe:
          interval: {{plan.Interval}}
          maxErrorRate: 5%
          maxErrorIncrease: 5%
          maxSlowdown: 100
          minRequests: 5
          probe: /health
          noDataDeadline: 2m
          alarms: [{{plan.Alarm}}]
        install:
          directory: /srv/{{plan.Name}}
          hooks:
            stop: ["bin/stop"]
            {{plan.Example.InstallHook}}
            start: ["bin/start"]
            verify: ["bin/verify"]
        deadlines:
          deploy: 2m
          prepare: 2m
          rollback: 2m

        """;

    private static string Target(CloudApp app) =>
        $$"""
        targets:
          - name: web
            router:
              provider: aws
              listeners: [{{app.Production.Arn}}]
              preview: {{app.Test.Arn}}
              blue: {{app.Blue.Arn}}
              green: {{app.Green.Arn}}
            hosts:
              provider: ssm
              blue: "tag:{{app.Name}}=Blue"
              green: "tag:{{app.Name}}=Green"

        """;
}
