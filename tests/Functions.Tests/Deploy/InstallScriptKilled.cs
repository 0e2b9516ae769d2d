using System.Globalization;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Functions.Tests.Deploy;

/// <summary>The script is killed before its n-th command, for every fourth n up to its end, and run again.</summary>
public sealed class InstallScriptKilled
{
    private const int Killed = 137;
    private const int Stride = 8;

    public static TheoryData<int> Offsets => [1, 5];

    [Theory]
    [MemberData(nameof(Offsets))]
    public async Task A_killed_run_is_finished_by_the_next_one(int offset)
    {
        for (var step = offset; await KilledThenFinishedAsync(step); step += Stride)
        {
            Assert.InRange(step, 1, 1000);
        }
    }

    private static async Task<bool> KilledThenFinishedAsync(int step)
    {
        using var host = new ScriptHost();
        await Install.RunAsync(host, "r1");
        var script = Install.Script(host, "r2", hooks: Install.Traced);

        var killed = await host.RunAsync(KilledBefore(step) + script);
        var again = await host.RunAsync(script);

        Assert.True(killed.ExitCode is 0 or Killed, $"step {step}: {killed.ExitCode} {killed.Output}");
        Assert.True(again.ExitCode == 0, $"step {step}: {again.Output}");
        Assert.Equal("releases/r2", host.Current);
        Assert.Equal("v1", await File.ReadAllTextAsync(host.Below("current", "app.txt")));
        Assert.Contains("verify r2 previous=r1", host.TraceLines);
        Assert.Contains("stop r1 previous=r1", host.TraceLines);
        Assert.Equal(["r1", "r2"], Directory.GetDirectories(host.Below("releases")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        return killed.ExitCode == Killed;
    }

    private static string KilledBefore(int step) => string.Create(
        CultureInfo.InvariantCulture, $"set -o functrace\nsteps=0\ntrap 'steps=$((steps + 1)); if ((steps == {step})); then kill -9 $$; fi' DEBUG\n");
}
