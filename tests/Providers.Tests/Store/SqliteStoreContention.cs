using System.Diagnostics;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.Store;

public sealed class SqliteStoreContention
{
    private const int Contenders = 200;

    [Fact]
    public async Task Of_200_processes_one_has_the_lock_and_dead_or_late_owners_are_followed()
    {
        using var directory = new TemporaryDirectory();
        var processes = Enumerable.Range(0, Contenders).Select(number => Start(directory.Path, number)).ToList();
        try
        {
            await Eventually.HoldsAsync(() => Directory.GetFiles(directory.Path, "ready-*").Length == Contenders);
            await File.WriteAllTextAsync(directory.Below("go"), "");
            await Task.WhenAll(processes.Select(process => process.WaitForExitAsync())).WaitAsync(TimeSpan.FromMinutes(10));

            Assert.All(processes, (process, number) => Assert.Equal(Way(number) == "dies" ? 137 : 0, process.ExitCode));
            var fencings = await File.ReadAllLinesAsync(directory.Below("order"));
            Assert.Equal(Contenders, fencings.Distinct().Count());
        }
        finally
        {
            processes.ForEach(End);
        }
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static string Way(int number) => (number % 50) switch { 10 => "dies", 20 => "sleeps", _ => "works" };

    private static Process Start(string directory, int number)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BlueGreenServerless.Contender.dll");
        // nice: 200 starting processes leave room for the tests that run beside them
        var start = new ProcessStartInfo("nice", ["-n", "19", "dotnet", program, directory, $"r{number}", Way(number)]) { UseShellExecute = false };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException("'nice' did not start.");
    }
}
