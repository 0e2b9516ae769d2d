using System.Diagnostics;

namespace BlueGreenServerless.StateMachine.Tests;

/// <summary>The Node programs of package.json, installed on first use.</summary>
public sealed class NodeTools : IAsyncLifetime
{
    private static readonly string Modules = Path.Combine(Repository.TestFolder, "node_modules");

    /// <summary>Its own Node: the other interpreter needs version 22, which a machine may not have.</summary>
    private static readonly string Node = Path.Combine(Modules, "node", "bin", "node");

    /// <summary>Once for all classes that run beside each other: npm empties the folder before it fills it.</summary>
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    public async ValueTask InitializeAsync() => await Installed.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a script of this folder and gives what it prints.</summary>
    public Task<string> RunScriptAsync(string script, params string[] arguments) =>
        RunAsync(Node, [Path.Combine(Repository.TestFolder, script), .. arguments]);

    private static async Task InstallAsync()
    {
        // npm writes this file when all is there
        if (!File.Exists(Path.Combine(Modules, ".package-lock.json")))
        {
            await RunAsync("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        }

        if (!File.Exists(Node))
        {
            // npm may have been told not to run install scripts; this is the one that fetches the binary
            await RunAsync("node", Path.Combine(Modules, "node", "installArchSpecificPackage.js"));
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = program == "node" ? Path.Combine(Modules, "node") : Repository.TestFolder,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
    }
}
