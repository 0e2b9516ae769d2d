using BlueGreenServerless.Testing.Hosts;
using System.Text.Json;

namespace BlueGreenServerless.StateMachine.Tests.Differential;

/// <summary>Generated executions end the same way, and go the same way, in the engine and in an interpreter that others wrote.</summary>
public sealed class DifferentialTests(NodeTools node, ITestOutputHelper log) : IClassFixture<NodeTools>
{
    private const int Cases = 400;

    [Fact]
    public async Task Generated_executions_agree_with_an_independent_interpreter()
    {
        using var folder = new TemporaryDirectory("differential-");
        var cases = Enumerable.Range(1, Cases).Select(CaseGenerator.Make).ToArray();
        var theirs = await TheirsAsync(cases, folder.Path);
        var ours = new Outcome[Cases];
        await Parallel.ForAsync(0, Cases, async (index, _) => ours[index] = await OurInterpreter.RunAsync(cases[index], folder.Path, index));

        log.WriteLine($"{ours.Count(one => one.Output is not null)} succeeded, {ours.Count(one => one.Error is not null)} failed, "
            + $"{ours.Sum(one => one.Entered.Count)} states entered, {ours.Sum(one => one.Branches.Count)} branches, {ours.Count(one => one.HasCuts)} with cuts");
        var differences = Enumerable.Range(0, Cases).SelectMany(index => Differences(index + 1, cases[index], ours[index], theirs[index])).ToArray();
        Assert.True(differences.Length == 0, $"{differences.Length} differences:\n{string.Join('\n', differences.Take(5))}");
        Assert.True(ours.Count(one => one.Output is not null) > Cases / 3 && ours.Count(one => one.Error is not null) > 20);
    }

    private async Task<Outcome[]> TheirsAsync(Case[] cases, string folder)
    {
        var path = Path.Combine(folder, "cases.json");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(cases, JsonSerializerOptions.Web));
        return JsonSerializer.Deserialize<Outcome[]>(await node.RunScriptAsync("interpret.mjs", path), JsonSerializerOptions.Web)!;
    }

    private static IEnumerable<string> Differences(int seed, Case made, Outcome ours, Outcome theirs)
    {
        if (!SameEnd(ours, theirs))
        {
            yield return $"seed {seed}: ended with {ours.Output} {ours.Error} {ours.Cause}, not {theirs.Output} {theirs.Error} {theirs.Cause}: {made.Definition.ToJsonString()} {made.Input.ToJsonString()}";
        }

        foreach (var branch in ours.Branches.Concat(theirs.Branches).Select(group => group.Key).Distinct(StringComparer.Ordinal))
        {
            string[] way = [.. ours.Branches[branch]], other = [.. theirs.Branches[branch]];
            if (!SameWay(branch, way, other, ours.HasCuts))
            {
                yield return $"seed {seed}: branch {branch} went {string.Join(' ', way)}, not {string.Join(' ', other)}: {made.Definition.ToJsonString()} {made.Input.ToJsonString()}";
            }
        }
    }

    private static bool SameEnd(Outcome ours, Outcome theirs) =>
        ours.Error == theirs.Error
        && (ours.Output is { } output
            ? theirs.Output is { } other && JsonElement.DeepEquals(output, other)
            : theirs.Output is null && (ours.Cause == theirs.Cause || ours.Error!.StartsWith("States.", StringComparison.Ordinal)));

    /// <summary>How far a branch comes before it is cut by another one that fails is chance, in both; then one way is the beginning of the other.</summary>
    private static bool SameWay(string branch, string[] way, string[] other, bool mayBeCut)
    {
        var compared = mayBeCut && !branch.EndsWith(" root", StringComparison.Ordinal) ? Math.Min(way.Length, other.Length) : Math.Max(way.Length, other.Length);
        return way.Take(compared).SequenceEqual(other.Take(compared), StringComparer.Ordinal);
    }
}
