using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Engine.Tests;

public sealed class ContentionTests
{
    private const int Executions = 40;

    [Fact]
    public async Task Processes_that_resume_at_once_run_each_execution_once()
    {
        using var victim = new VictimProcess();
        await LeaveRunningAsync(victim.JournalPath);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(victim.RunAsync)));

        var prizes = victim.Effects.Where(line => line.StartsWith("Prize", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Executions, prizes.Length);
        Assert.Equal(Executions, prizes.Distinct().Count());
        Assert.Equal(Executions + 2, (await new Journal(victim.JournalPath).ListAsync(ExecutionStatus.Succeeded, 1000)).Count);
    }

    /// <summary>Starts executions and cuts them inside their function, as a crash would.</summary>
    private static async Task LeaveRunningAsync(string journalPath)
    {
        var functions = new TestFunctions().Add("Prize", async (payload, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return payload;
        });
        await using var engine = new EmbeddedEngine(
            new EngineOptions { JournalPath = journalPath, Definitions = Victim.VictimMachines.All, Functions = functions });
        foreach (var index in Enumerable.Range(0, Executions))
        {
            Assert.Equal(StartResult.Started, await engine.StartAsync("prize", $"e{index}", EngineHarness.Json("{}"), CancellationToken.None));
        }
    }
}
