using System.Diagnostics;
using System.Globalization;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Engine.Tests;

/// <summary>Runs the victim program in a folder of its own.</summary>
public sealed class VictimProcess : IDisposable
{
    private const int Killed = 137;

    private readonly TemporaryDirectory folder = new("victim-");

    public string Folder => folder.Path;

    public string JournalPath => Path.Combine(Folder, "journal.db");

    private string EffectsPath => Path.Combine(Folder, "effects");

    /// <summary>What the functions did, in order.</summary>
    public IReadOnlyList<string> Effects => File.Exists(EffectsPath) ? File.ReadAllLines(EffectsPath) : [];

    /// <summary>Runs it until it ends by itself, and gives the lines it wrote.</summary>
    public async Task<string[]> RunAsync()
    {
        var (code, output) = await StartAsync(0, 0);
        return code == 0 ? output : throw new InvalidOperationException($"it ended with {code}: {string.Join('\n', output)}");
    }

    /// <summary>Runs it until it is killed; false when it ended before.</summary>
    public async Task<bool> RunUntilKilledAsync(int atCommit, int atEffect) => (await StartAsync(atCommit, atEffect)).Code == Killed;

    public void Dispose() => folder.Dispose();

    private async Task<(int Code, string[] Output)> StartAsync(int killAtCommit, int killAtEffect)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "BlueGreenServerless.Engine.Tests.Victim.dll");
        string[] arguments = ["exec", program, JournalPath, EffectsPath, Text(killAtCommit), Text(killAtEffect)];
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), await errors]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
