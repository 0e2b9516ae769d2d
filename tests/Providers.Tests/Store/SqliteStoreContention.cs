using System.Diagnostics;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Local.Store;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.Store;

public sealed class SqliteStoreContention
{
    private const int Contenders = 200;
    private const int StartedAtOnce = 4;

    [Fact]
    public async Task Of_200_processes_one_has_the_lock_and_dead_or_late_owners_are_followed()
    {
        using var directory = new TemporaryDirectory();
        var processes = new List<Process>();
        try
        {
            await StartAsync(processes, directory);
            processes.ForEach(process => process.StandardInput.Close());
            await Eventually.HoldsAsync(() => Order(directory).Length == Contenders);
            var last = await FollowAsync(directory);
            await Task.WhenAll(processes.Select(process => process.WaitForExitAsync())).WaitAsync(TimeSpan.FromMinutes(5));

            Assert.Equal(Contenders + 1, last.Fencing);
            Assert.All(processes, (process, number) => Assert.Equal(Way(number) == "dies" ? 137 : 0, process.ExitCode));
            Assert.Equal(Contenders, Order(directory).Distinct().Count());
        }
        finally
        {
            processes.ForEach(End);
        }
    }

    /// <summary>A few at a time: the programs of 200 that start at once would get in each other's way for minutes.</summary>
    private static async Task StartAsync(List<Process> processes, TemporaryDirectory directory)
    {
        foreach (var group in Enumerable.Range(0, Contenders).Chunk(StartedAtOnce))
        {
            processes.AddRange(group.Select(number => Start(directory.Path, number)));
            await Eventually.HoldsAsync(() => Directory.GetFiles(directory.Path, "ready-*").Length == processes.Count);
        }
    }

    private static string[] Order(TemporaryDirectory directory) => File.Exists(directory.Below("order")) ? File.ReadAllLines(directory.Below("order")) : [];

    /// <summary>One more that wants the lock: when the last of them hangs or died with it, somebody must follow.</summary>
    private static async Task<LockGrant> FollowAsync(TemporaryDirectory directory)
    {
        var store = new SqliteReleaseStore(directory.Below("store.db"), TimeProvider.System);
        LockGrant? grant = null;
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                grant = await store.AcquireLockAsync("shop", "last", TimeSpan.FromMinutes(1), CancellationToken.None);
                return true;
            }
            catch (ReleaseLockedException)
            {
                return false;
            }
        });
        return grant!;
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
        var start = new ProcessStartInfo("dotnet", [program, directory, $"r{number}", Way(number)]) { UseShellExecute = false, RedirectStandardInput = true };
        // what it compiles a second time, better, it does not live to use
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException("'dotnet' did not start.");
    }
}
