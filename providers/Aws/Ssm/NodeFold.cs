using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>
/// The invocations of a command counted against the number of nodes that it was sent for.
/// <code>
/// a node failed                                        Failed (the causes first, then nodes left out because of them)
/// a node is not done                                   Running
/// fewer nodes than expected, the command young         Running: not everything is visible yet
/// fewer nodes than expected, the command over          Failed
/// as many as expected or more, every one Success       Succeeded
/// </code>
/// </summary>
internal sealed record NodeFold(CommandVerdict Verdict, int Total, int Succeeded, int Failed, IReadOnlyList<NodeFold.Node> Failures)
{
    public static NodeFold Of(int expected, IEnumerable<Node> nodes, bool isOver, bool young)
    {
        var known = nodes.DistinctBy(node => node.Id, StringComparer.Ordinal).ToList();
        var succeeded = known.Count(node => node.Status == NodeStatus.Success);
        var failed = known.Where(node => node.Status != NodeStatus.Success && !NodeStatus.IsGoing(node.Status))
            .OrderBy(node => NodeStatus.IsConsequence(node.Status)).ThenBy(node => node.Id, StringComparer.Ordinal).ToList();
        var total = Math.Max(expected, known.Count);
        var verdict = failed.Count > 0 ? CommandVerdict.Failed
            : succeeded < known.Count ? CommandVerdict.Running
            : known.Count >= expected && known.Count > 0 ? CommandVerdict.Succeeded
            : isOver && !young ? CommandVerdict.Failed : CommandVerdict.Running;
        return new NodeFold(verdict, total, succeeded, verdict == CommandVerdict.Failed ? Math.Max(failed.Count, total - succeeded - Going(known)) : failed.Count, failed);
    }

    /// <summary>
    /// Of a command that is over, without looking at every node. It succeeded when AWS reached at least as many nodes as expected, all of these
    /// have ended, none of them is found under any word for a failure, and the command says so too: each of the four is needed.
    /// </summary>
    public static NodeFold OfFailures(int expected, CommandCounts counts, IEnumerable<Node> failures, bool young)
    {
        var failed = failures.DistinctBy(node => node.Id, StringComparer.Ordinal)
            .OrderBy(node => NodeStatus.IsConsequence(node.Status)).ThenBy(node => node.Id, StringComparer.Ordinal).ToList();
        var succeeded = Math.Max(0, counts.Ended - failed.Count);
        var total = Math.Max(expected, counts.Targets);
        var verdict = failed.Count > 0 || counts.HasErrors ? CommandVerdict.Failed
            : counts is { IsOver: true, Status: NodeStatus.Success } && counts.Ended == counts.Targets && counts.Targets >= expected ? CommandVerdict.Succeeded
            : young ? CommandVerdict.Running : CommandVerdict.Failed;
        return new NodeFold(verdict, total, succeeded, verdict == CommandVerdict.Failed ? Math.Max(failed.Count, total - succeeded) : 0, failed);
    }

    private static int Going(List<Node> nodes) => nodes.Count(node => NodeStatus.IsGoing(node.Status));

    /// <param name="Status">Without blanks.</param>
    internal sealed record Node(string Id, string Status);
}
