using BlueGreenServerless.EndToEnd.Tests.Cli;

namespace BlueGreenServerless.EndToEnd.Tests.Killed;

/// <summary>
/// The command is killed at a record of its journal, under load; the next command finishes the release or rolls it back. A run of the
/// suite takes every <see cref="Stride"/>th record, beginning where the day says; <c>KILL_STRIDE=1</c> takes them all.
/// </summary>
public sealed class KilledAtEveryRecord(ITestOutputHelper output)
{
    private const int AtOnce = 3;

    private static readonly int Stride = int.Parse(Environment.GetEnvironmentVariable("KILL_STRIDE") ?? "12");

    [Fact]
    public async Task A_killed_release_is_finished_or_rolled_back_without_a_lost_request()
    {
        var records = await CountAsync();
        var first = (TimeProvider.System.GetUtcNow().DayOfYear % Stride) + 1;
        var points = Enumerable.Range(0, records).Where(index => index % Stride == first % Stride).Select(index => index + 1).ToList();
        var faults = new List<string>();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (at, _) =>
        {
            var fault = await new KilledRelease(at).RunAsync();
            lock (faults)
            {
                faults.AddRange(fault);
            }
        });

        output.WriteLine($"[PRINT] killed at {points.Count} of {records} records, {faults.Count} faults");
        Assert.Empty(faults);
    }

    private static async Task<int> CountAsync()
    {
        await using var site = await ReleaseSite.StartAsync();
        return await KilledCommand.CountRecordsAsync(site, await site.ArtifactAsync("2"));
    }
}
