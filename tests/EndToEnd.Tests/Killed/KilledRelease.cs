using System.Text.Json;
using BlueGreenServerless.EndToEnd.Tests.Cli;

namespace BlueGreenServerless.EndToEnd.Tests.Killed;

/// <summary>One release that is killed at one record and resumed, on a stand of its own.</summary>
internal sealed class KilledRelease(int at)
{
    /// <returns>What did not hold.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        await using var site = await ReleaseSite.StartAsync();
        var artifact = await site.ArtifactAsync("2");
        await using var load = site.Load(requestsPerSecond: 60);
        var killed = await KilledCommand.ReleaseAsync(site, artifact, at);
        var resumed = await site.RunAsync("resume", "--json");
        var report = await load.StopAsync();

        var faults = new List<string>();
        Check(faults, killed, "the command was not killed");
        Check(faults, resumed.Code is 0 or 2, $"resume exited with {resumed.Code}: {resumed.Output} {resumed.Errors}");
        Check(faults, report.Lost == 0, $"{report.Lost} of {report.Requests} requests were lost: {string.Join(", ", report.LostWhy)}");
        await CheckEndAsync(site, faults);
        return [.. faults.Select(fault => $"killed at record {at}: {fault}")];
    }

    private static async Task CheckEndAsync(ReleaseSite site, List<string> faults)
    {
        var status = await site.RunAsync("status", "--json");
        var answer = JsonDocument.Parse(status.Output).RootElement;
        Check(faults, status.Code == 0, $"status exited with {status.Code}: {status.Errors}");
        Check(faults, !answer.TryGetProperty("lock", out var held) || held.ValueKind == JsonValueKind.Null, $"the lock is still held: {status.Output}");
        Check(faults, !answer.TryGetProperty("running", out var running) || running.ValueKind == JsonValueKind.Null, $"a release still runs: {status.Output}");
        var green = await site.GreenPercentAsync();
        Check(faults, green is 0 or 100, $"the traffic is divided: {green} % on green");
    }

    private static void Check(List<string> faults, bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }
}
