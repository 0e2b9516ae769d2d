using BlueGreenServerless.Plans;
using System.Text;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Cli.Output;

internal static class HistoryText
{
    public static string Of(string app, IReadOnlyList<ReleaseRecord> releases, IReadOnlyList<AuditEntry> audit)
    {
        if (releases.Count == 0 && audit.Count == 0)
        {
            return $"'{app}' has never been released from here. 'bluegreen plan' shows what a release would do.";
        }

        var text = new StringBuilder();
        foreach (var release in releases)
        {
            text.AppendLine(Line(release));
        }

        foreach (var entry in audit)
        {
            text.AppendLine($"{entry.At:u}  {entry.Action,-9}  {entry.By}  {entry.Text}");
        }

        return text.ToString();
    }

    private static string Line(ReleaseRecord release)
    {
        var took = release.EndedAt is { } ended ? $"  {Durations.Of(ended - release.StartedAt)}" : "";
        var why = release.Failure is { } failure ? $"  {failure.Error}: {failure.Cause.ReplaceLineEndings(" ")}" : "";
        return $"{release.StartedAt:u}  {release.Version,-10}  {release.Outcome,-14}{took}  {release.Id}{why}";
    }
}
