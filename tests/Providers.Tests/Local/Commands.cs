using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.Local;

/// <summary>What tests of host commands have in common.</summary>
internal static class Commands
{
    public static IHostCommands Of(IProvider provider, string options) => provider.Hosts!.From(
        JsonDocument.Parse(options).RootElement, new PortContext(TimeProvider.System, _ => throw new InvalidOperationException("No other hosts."), new PassingNotes()));

    public static HostCommand Command(
        string script, Color? color = Color.Blue, Artifact? artifact = null, int seconds = 60, bool onlyFirst = false, string id = "c1") =>
        new(id, color, script, artifact, TimeSpan.FromSeconds(seconds), onlyFirst);

    public static async Task<CommandProgress> RunAsync(IHostCommands hosts, HostCommand command)
    {
        var id = await hosts.StartAsync(command, CancellationToken.None);
        return await EndAsync(hosts, id);
    }

    public static async Task<CommandProgress> EndAsync(IHostCommands hosts, string id)
    {
        await Eventually.HoldsAsync(async () => (await hosts.PollAsync(id, CancellationToken.None)).Verdict != CommandVerdict.Running);
        return await hosts.PollAsync(id, CancellationToken.None);
    }

    /// <summary>The process whose number a script wrote to a file.</summary>
    public static async Task<int> PidAsync(string path)
    {
        await Eventually.HoldsAsync(() => File.Exists(path) && File.ReadAllText(path).EndsWith('\n'));
        return int.Parse(await File.ReadAllTextAsync(path), CultureInfo.InvariantCulture);
    }

    public static Task IsGoneAsync(int pid) => Eventually.HoldsAsync(() => !Directory.Exists($"/proc/{pid}"));

    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }
}
