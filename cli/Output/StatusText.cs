using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Output;

internal static class StatusText
{
    public static string Of(AppStatus status) => string.Join('\n', Lines(status));

    private static IEnumerable<string> Lines(AppStatus status)
    {
        yield return status.Live is { } live
            ? $"{status.App}  version {live.Version} is live since {live.Since:u} (release {live.ReleaseId})"
            : $"{status.App}  no release of it is live yet";
        if (status.Window is { } window)
        {
            yield return $"  window    the version before it is ready for {Durations.Of(window)} more: 'bluegreen rollback' puts it back";
        }

        foreach (var line in Running(status).Concat(Obstacles(status)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Running(AppStatus status)
    {
        if (status.Running is not { } running || status.Progress is not { } progress)
        {
            yield return "  running   nothing";
            yield break;
        }

        yield return $"  running   {running.Id}: version {running.Version} by {running.By} since {running.StartedAt:u}, in {progress.Phase}, {progress.Percent} % of the traffic";
        yield return $"  moved by  {(status.Moved ? status.MovedBy : "nobody: 'bluegreen resume' continues it")}";
        foreach (var target in running.Targets)
        {
            yield return $"  {target.Name,-9} {Split(target.Split)}{(target.Failure is { } failure ? $"  {failure.Error}: {failure.Cause}" : "")}";
        }
    }

    private static IEnumerable<string> Obstacles(AppStatus status)
    {
        if (status.Waiting is { } waiting)
        {
            yield return $"  waiting   {waiting.Id}: version {waiting.Version} by {waiting.By}{(waiting.Since is { } since ? $" since {since:u}" : "")}, {WaitsFor(status)}";
        }

        if (status.Approval is { } approval)
        {
            yield return $"  approval  {approval.ReleaseId} waits for a person since {approval.Since:u}, until {approval.Until:u}: 'bluegreen approve' or 'bluegreen reject'";
        }

        if (status.Freeze is { } freeze)
        {
            yield return $"  frozen    by {freeze.By} since {freeze.At:u}: {freeze.Reason}";
        }

        if (status.Lock is { } held)
        {
            yield return $"  lock      held by {held.Owner} until {held.ExpiresAt:u}{(held.ExpiresAt < status.At ? " (expired: the next release takes it over)" : "")}";
        }
    }

    private static string WaitsFor(AppStatus status) =>
        status.Freeze is not null ? "for 'bluegreen unfreeze'" : status.Running is not null ? "for the end of the one that runs" : "for somebody to start it: 'bluegreen resume'";

    private static string Split(TrafficSplit? split) => split?.ToString() ?? "not read yet";
}
