namespace BlueGreenServerless.Provisioning.Tests.Harness;

/// <summary>Kills a run at its first call, at its second one, and so on, each time with an account of its own, and runs it again to its end.</summary>
internal static class KilledAtEveryCall
{
    private const int AtOnce = 4;

    /// <param name="start">Makes an account in the state in which the run begins.</param>
    /// <param name="run">The run; the token is its death.</param>
    /// <returns>What is wrong, one line for each kill, and at how many calls it was killed.</returns>
    public static async Task<(IReadOnlyList<string> Faults, int Kills)> RunAsync(
        Func<Task<IProvisionStand>> start, Func<IProvisionStand, CancellationToken, Task<ProvisionEnd>> run, CutMoment moment)
    {
        await using var undisturbed = await start();
        var end = await run(undisturbed, CancellationToken.None);
        var wanted = end.Code == 0 ? undisturbed.There() : throw new InvalidOperationException($"The run fails also when nobody kills it: {end.Said}");
        var (faults, kills) = (new List<string>(), 0);
        for (var last = false; !last;)
        {
            var calls = Enumerable.Range(kills + 1, AtOnce).ToList();
            var ends = await Task.WhenAll(calls.Select(call => Task.Run(() => OnceAsync(start, run, call, moment, wanted))));
            faults.AddRange(ends.Select(each => each.Fault).OfType<string>());
            kills += ends.Count(each => each.WasKilled);
            last = ends.Any(each => !each.WasKilled);
        }

        return (faults, kills);
    }

    private static async Task<(bool WasKilled, string? Fault)> OnceAsync(
        Func<Task<IProvisionStand>> start, Func<IProvisionStand, CancellationToken, Task<ProvisionEnd>> run, int call, CutMoment moment, string wanted)
    {
        await using var stand = await start();
        using (var cut = new Cut(stand, call, moment))
        {
            await run(stand, cut.Token);
            if (!cut.Happened)
            {
                return (false, null);
            }
        }

        var again = await run(stand, CancellationToken.None);
        return (true, again.Code != 0 ? $"killed at call {call}: {again.Said}" : stand.There() != wanted ? $"killed at call {call}, there is\n{stand.There()}\nand not\n{wanted}" : null);
    }
}
