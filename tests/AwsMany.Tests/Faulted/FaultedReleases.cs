using BlueGreenServerless.Engine;
using BlueGreenServerless.VirtualCloud.Watching;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

public sealed class FaultedReleases(ITestOutputHelper output)
{
    private const int Releases = 500;
    private const int Stride = 8;

    [Fact]
    public async Task Whatever_goes_wrong_a_release_is_completed_or_as_it_was_before()
    {
        var runs = new FaultRuns(Releases, Stride);
        await runs.RunAsync(EndAsync);

        output.WriteLine($"[PRINT] {runs.Taken} fault-injected releases on AWS: {runs.Counts}");
        Assert.True(runs.Wrong.Count == 0, string.Join("\n\n", runs.Wrong));
    }

    private static async Task<string> EndAsync(int seed)
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
            throw new InvalidOperationException($"{release.Story}\nended as {ended?.Status} {ended?.Error} {ended?.Cause}\n{fault.Message}", fault);
        }

        return ended switch { null => "not started", { Status: ExecutionStatus.Succeeded } => "completed", { Error: { } error } => error, _ => "failed" };
    }
}
