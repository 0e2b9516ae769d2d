using System.Collections.Concurrent;
using System.Globalization;

namespace BlueGreenServerless.VirtualCloud.Watching;

/// <summary>
/// Releases to which something happens, each drawn from its number. A suite takes every so-manieth, beginning where the day says;
/// <c>FAULT_STRIDE=1</c> takes them all, <c>FAULT_SEED=n</c> only one.
/// </summary>
/// <param name="of">How many there are.</param>
/// <param name="stride">Of a daily run.</param>
internal sealed class FaultRuns(int of, int stride)
{
    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<string, int> ends = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> wrong = new();

    /// <summary>What was not as it must be, with the number that repeats it.</summary>
    public IReadOnlyCollection<string> Wrong => wrong;

    /// <summary>How many ended how, most first.</summary>
    public string Counts => string.Join(", ", ends.OrderByDescending(end => end.Value).Select(end => $"{end.Value} {end.Key}"));

    public int Count => ends.Values.Sum();

    public string Taken => $"{Count} of {of}";

    /// <param name="run">Runs a number and says how it ended, or throws.</param>
    public Task RunAsync(Func<int, Task<string>> run) =>
        Parallel.ForEachAsync(Numbers(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            ends.AddOrUpdate(await EndAsync(run, number), 1, (_, before) => before + 1));

    private IEnumerable<int> Numbers()
    {
        var every = Read("FAULT_STRIDE") ?? stride;
        return Read("FAULT_SEED") is { } seed ? [seed] : Enumerable.Range(1, of).Where(number => number % every == TimeProvider.System.GetUtcNow().DayOfYear % every);
    }

    private async Task<string> EndAsync(Func<int, Task<string>> run, int number)
    {
        try
        {
            return await run(number);
        }
        catch (Exception fault)
        {
            wrong.Enqueue($"FAULT_SEED={number}: {fault.Message}");
            return "wrong";
        }
    }

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
