using System.Collections.Concurrent;
using System.Globalization;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>
/// Releases to which something happens, each drawn from its number. The suite takes every <see cref="Stride"/>th, beginning where the day
/// says; <c>FAULT_STRIDE=1</c> takes them all, <c>FAULT_SEED=n</c> only one.
/// </summary>
public sealed class FaultedReleases(ITestOutputHelper output)
{
    private const int Releases = 500;
    private const int AtOnce = 4;

    private static readonly int Stride = Number("FAULT_STRIDE") ?? 8;

    [Fact]
    public async Task Whatever_goes_wrong_a_release_is_completed_or_as_it_was_before()
    {
        var ends = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var wrong = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Seeds(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) =>
        {
            var end = await EndAsync(seed, wrong);
            ends.AddOrUpdate(end, 1, (_, before) => before + 1);
        });

        var counts = string.Join(", ", ends.OrderByDescending(end => end.Value).Select(end => $"{end.Value} {end.Key}"));
        output.WriteLine($"[PRINT] {ends.Values.Sum()} of {Releases} fault-injected releases on AWS: {counts}");
        Assert.True(wrong.IsEmpty, string.Join("\n\n", wrong));
    }

    private static IEnumerable<int> Seeds() => Number("FAULT_SEED") is { } seed
        ? [seed]
        : Enumerable.Range(1, Releases).Where(number => number % Stride == TimeProvider.System.GetUtcNow().DayOfYear % Stride);

    private static async Task<string> EndAsync(int seed, ConcurrentQueue<string> wrong)
    {
        await using var release = await FaultedRelease.StartAsync(seed);
        Execution? ended = null;
        try
        {
            ended = await release.RunAsync();
            await Ends.AssertAsync(release, ended);
        }
        catch (Exception fault)
        {
            wrong.Enqueue($"FAULT_SEED={seed}: {release.Story}\nended as {ended?.Status} {ended?.Error} {ended?.Cause}\n{fault.Message}");
            return "wrong";
        }

        return ended switch { null => "not started", { Status: ExecutionStatus.Succeeded } => "completed", { Error: { } error } => error, _ => "failed" };
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
