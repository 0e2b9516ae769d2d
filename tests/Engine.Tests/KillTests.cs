namespace BlueGreenServerless.Engine.Tests;

/// <summary>kill -9 of a process that runs an execution, at every place where it can die.</summary>
public sealed class KillTests(ITestOutputHelper log)
{
    private const string Expected =
        """SUCCEEDED {"items":["Flaky done","Flaky done"],"pause":0.05,"approval":"approved","inner":{"output":"Inner done"},"both":["Left done","right"]}""";

    private static readonly string[] EffectsOfOneItem = ["Begin {0}", "Flaky {{\"item\":{0},\"try\":0}}", "Flaky {{\"item\":{0},\"try\":1}}"];

    [Fact]
    public async Task Killed_after_any_commit_it_resumes_to_the_same_end()
    {
        using var whole = new VictimProcess();
        var commits = int.Parse((await whole.RunAsync())[1]);
        log.WriteLine($"{commits} commits, {whole.Effects.Count} effects");
        Assert.True(commits > 15);

        await Parallel.ForEachAsync(Enumerable.Range(1, commits), async (commit, _) => await KillAndResumeAsync(commit, 0));
    }

    [Fact]
    public async Task Killed_inside_any_function_it_resumes_to_the_same_end()
    {
        using var whole = new VictimProcess();
        await whole.RunAsync();

        await Parallel.ForEachAsync(Enumerable.Range(1, whole.Effects.Count), async (effect, _) => await KillAndResumeAsync(0, effect));
    }

    [Fact]
    public async Task Killed_again_and_again_it_still_comes_to_the_same_end()
    {
        using var victim = new VictimProcess();
        var deaths = 0;
        while (await victim.RunUntilKilledAsync(6, 0))
        {
            deaths++;
            Assert.True(deaths < 100, "it does not get any further");
        }

        log.WriteLine($"{deaths} deaths");
        await CheckAsync(victim, $"after {deaths} deaths");
    }

    private static async Task KillAndResumeAsync(int commit, int effect)
    {
        using var victim = new VictimProcess();
        var killed = await victim.RunUntilKilledAsync(commit, effect);
        await CheckAsync(victim, $"killed ({killed}) at commit {commit}, effect {effect}");
    }

    private static async Task CheckAsync(VictimProcess victim, string when)
    {
        var output = await victim.RunAsync();
        Assert.True(output[0].StartsWith(Expected, StringComparison.Ordinal), $"{when}: {output[0]}");
        var effects = victim.Effects.Select(line => line.StartsWith("Approve", StringComparison.Ordinal) ? "Approve" : line).ToArray();
        AssertOrder(effects, when, "First {}", "Begin 1", "Approve", "Inner {}", "Left {}", "Last {}");
        foreach (var item in new[] { 1, 2 })
        {
            AssertOrder(effects, when, [.. EffectsOfOneItem.Select(effect => string.Format(effect, item)), "Approve"]);
        }
    }

    /// <summary>Each happened at least once, and nothing of a later one before all of an earlier one.</summary>
    private static void AssertOrder(string[] effects, string when, params string[] order)
    {
        foreach (var effect in order)
        {
            Assert.True(effects.Contains(effect), $"{when}: {effect} is missing in {string.Join(" | ", effects)}");
        }

        foreach (var (earlier, later) in order.Zip(order.Skip(1)))
        {
            Assert.True(Array.LastIndexOf(effects, earlier) < Array.IndexOf(effects, later), $"{when}: {later} before {earlier}");
        }
    }
}
