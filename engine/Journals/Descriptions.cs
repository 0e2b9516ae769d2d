using System.Text.Json;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.Journals;

/// <summary>Makes of rows what people are shown.</summary>
internal static class Descriptions
{
    public static Execution Describe(string journalPath, Statements statements, ExecutionRow row)
    {
        var branches = row.Status == ExecutionStatus.Running
            ? Rows.Branches(statements, row.Id).OrderBy(branch => branch.Key, StringComparer.Ordinal).Select(branch => branch.Value)
                .Where(position => position.Phase is not (Phase.Children or Phase.Done or Phase.Failed)).ToArray()
            : [];
        return new Execution(
            row.Machine, row.Name, row.Status, JsonElement.Parse(row.Input), row.Output is { } output ? JsonElement.Parse(output) : null,
            row.Error, row.Cause, row.Started, row.Stopped,
            [.. branches.Select(position => position.State).Distinct(StringComparer.Ordinal)],
            branches.Min(position => position.Due),
            row.Status == ExecutionStatus.Running && row.Owner is { } owner && OwnerLock.IsAlive(journalPath, owner));
    }
}
