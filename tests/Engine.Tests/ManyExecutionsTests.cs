using System.Diagnostics;
using System.Globalization;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Engine.Tests;

public sealed class ManyExecutionsTests(ITestOutputHelper log)
{
    private const long Gibibyte = 1L << 30;

    /// <summary>The cost is printed, not asserted: no test may depend on how busy this machine is. The memory is asserted.</summary>
    [Fact]
    public async Task A_thousand_executions_at_once_all_end_right()
    {
        foreach (var count in new[] { 10, 100, 1000 })
        {
            var watch = Stopwatch.StartNew();
            await RunAllAsync(count);
            log.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{count,5} executions: {watch.Elapsed.TotalMilliseconds / count:0.00} ms each, {watch.Elapsed.TotalSeconds:0.0} s"));
        }

        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        log.WriteLine($"peak memory {peak / (1 << 20)} MiB");
        Assert.True(peak < Gibibyte, $"peak memory {peak}");
    }

    private static async Task RunAllAsync(int count)
    {
        await using var harness = new EngineHarness();
        foreach (var stage in new[] { "A", "B", "C" })
        {
            harness.Functions.Add(stage, payload => payload);
        }

        harness.Define("machine", $$"""
            {"StartAt": "A", "States": { {{Machines.Step("A", "\"Next\": \"W\"")}}, "W": {"Type": "Wait", "Seconds": 60, "Next": "M"},
             "M": {"Type": "Map", "ItemsPath": "$.targets", "ResultPath": null, "ItemProcessor": {"StartAt": "B", "States": { {{Machines.Step("B", "\"Next\": \"X\"")}},
               "X": {"Type": "Wait", "Seconds": 5, "End": true} } }, "Next": "C"}, {{Machines.Step("C", "\"End\": true")}} } }
            """);
        var input = $$"""{"targets": [1, 2, 3], "padding": "{{new string('x', 8000)}}"}""";
        var started = await Task.WhenAll(Enumerable.Range(0, count).Select(index => harness.StartAsync("machine", $"e{index}", input)));
        await harness.Time.RunUntilAsync(async () => (await harness.Journal.ListAsync(ExecutionStatus.Running, 1)).Count == 0, harness.Engine.WhenIdleAsync);

        Assert.All(started, result => Assert.Equal(StartResult.Started, result));
        Assert.Equal(count, (await harness.Journal.ListAsync(ExecutionStatus.Succeeded, count + 1)).Count);
        Assert.Equal(5 * count, harness.Functions.Calls.Count);
    }
}
