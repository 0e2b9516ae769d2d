using BlueGreenServerless.Plans;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Verdicts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlueGreenServerless.Cli.Narration;

/// <summary>A release on a terminal: one table that is redrawn, and the last lines under it.</summary>
internal static class LiveScreen
{
    private const int LastLines = 12;

    public static async Task<Execution> FollowAsync(AppSession session, string release, CancellationToken cancellationToken)
    {
        var follower = new ReleaseFollower(session.Host.Executions, session.Output, session.Time, session.Host.Pace) { Instead = _ => { } };
        Execution? closed = null;
        await AnsiConsole.Live(new Text("")).StartAsync(async live =>
        {
            while (closed is null)
            {
                var now = await follower.StepAsync(EmbeddedDefinitions.Release, release, cancellationToken);
                live.UpdateTarget(Draw(follower, now, session.Time.GetUtcNow()));
                closed = now is { Status: not ExecutionStatus.Running } ? now : null;
                await Task.Delay(session.Host.Pace, session.Time, cancellationToken);
            }
        });
        return closed!;
    }

    public static IRenderable Draw(ReleaseFollower follower, Execution? execution, DateTimeOffset now)
    {
        var release = follower.Narrator.Release;
        var lines = follower.Told.TakeLast(LastLines).Select(line => new Text(line.ToText(0), line.Failed ? new Style(Color.Red) : Style.Plain));
        return new Rows([Head(release, execution, now), Targets(follower.Narrator.Targets), .. lines]);
    }

    private static Text Head(Release? release, Execution? execution, DateTimeOffset now)
    {
        var left = execution?.NextWakeUp is { } wake && wake > now ? $", next look in {Durations.Of(wake - now)}" : "";
        return new Text(release is null
            ? "The release has not begun."
            : $"{release.Header.App} {release.Header.Version}  {release.Progress.Phase}  {release.Progress.Percent} %  since {Durations.Of(now - release.Header.StartedAt)}{left}");
    }

    private static Table Targets(IReadOnlyCollection<TargetState> targets)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("target", "traffic", "deploy", "health", "smoke", "observe");
        foreach (var target in targets)
        {
            table.AddRow(
                new Text(target.Name), new Text(target.Split?.ToString() ?? "–"),
                new Text(target.Deploy is { } deploy ? $"{deploy.Step} {deploy.Succeeded}/{deploy.Total}" : "–"),
                new Text(target.Health is { } health ? $"{health.Last.Healthy}/{health.Last.Total}" : "–"),
                new Text(target.Smoke is { } smoke ? $"{smoke.Passed}/{smoke.Total}" : "–"),
                new Text(target.Failure?.Error ?? target.Observation?.Verdict.ToString() ?? "–", Look(target)));
        }

        return table;
    }

    private static Style Look(TargetState target) =>
        target.Failure is not null || target.Observation?.Verdict == ObservationVerdict.Bad ? new Style(Color.Red) : Style.Plain;
}
