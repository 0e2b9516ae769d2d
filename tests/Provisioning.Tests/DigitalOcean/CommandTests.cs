using System.Text.Json;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

/// <summary>The command as a process of its own.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task A_process_that_is_killed_in_the_middle_is_completed_by_another()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        Bluegreen? first = null;
        stand.Faults.Add(new Fault("droplets", "create", FaultKind.LostReply) { After = 2, Begins = () => KillNow(first!.Id) });

        await using (first = Bluegreen.Start(stand.Folder, "provision", "--yes"))
        {
            Assert.Equal(137, (await first.EndAsync()).Code);
        }

        await Eventually.HoldsAsync(() => stand.Names.Contains("shop-green-1", StringComparer.Ordinal));
        Assert.DoesNotContain("shop-green-2", stand.Names);
        var second = await Bluegreen.RunAsync(stand.Folder, "provision", "--yes", "--json");
        Assert.True(second.Code == 0, second.Output + second.Errors);
        Assert.Equal(["shop-blue-1", "shop-blue-2", "shop-green-1", "shop-green-2", "stranger-1"], stand.Names);
        var target = JsonDocument.Parse(second.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement.GetProperty("data").GetProperty("target");
        Assert.Equal("shop-bluegreen", target.GetProperty("router").GetProperty("loadBalancer").GetString());
        Assert.DoesNotContain(stand.Cloud.Options.Tokens[0], second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_one_runs_another_that_would_change_something_is_refused()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        var goesOn = new TaskCompletionSource();
        await using var first = Bluegreen.Start(stand.Folder, "provision", "--yes");
        stand.Faults.Chance = (_, operation) => operation != "create" || goesOn.Task.IsCompleted ? null : new Fault("*", operation, FaultKind.Error) { Status = 503 };
        await first.UntilItSaysAsync("is tried again");

        var second = await Bluegreen.RunAsync(stand.Folder, "provision", "--yes");
        goesOn.SetResult();

        Assert.Equal(3, second.Code);
        Assert.Contains("Another 'bluegreen provision' holds", second.Errors, StringComparison.Ordinal);
        await first.SignalAsync("KILL");
    }

    private static void KillNow(int process)
    {
        using var victim = System.Diagnostics.Process.GetProcessById(process);
        victim.Kill();
        victim.WaitForExit();
    }
}
