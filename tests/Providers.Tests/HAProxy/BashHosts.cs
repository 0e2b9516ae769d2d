using System.Collections.Concurrent;
using System.Diagnostics;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

/// <summary>A hosts provider with one host: bash on this machine. Keeps the contract of ids: the same id runs once.</summary>
internal sealed class BashHosts : IHostCommands
{
    private readonly ConcurrentDictionary<string, Lazy<Task<CommandProgress>>> commands = new(StringComparer.Ordinal);

    public int Total { get; init; } = 1;

    public ConcurrentQueue<HostCommand> Started { get; } = new();

    public Task<int> CountAsync(Color color, CancellationToken cancellationToken) => Task.FromResult(Total);

    public Task<string> StartAsync(HostCommand command, CancellationToken cancellationToken)
    {
        Started.Enqueue(command);
        _ = commands.GetOrAdd(command.Id, _ => new Lazy<Task<CommandProgress>>(() => RunAsync(command.Script))).Value;
        return Task.FromResult(command.Id);
    }

    public async Task<CommandProgress> PollAsync(string commandId, CancellationToken cancellationToken)
    {
        var running = commands[commandId].Value;
        return running.IsCompleted ? await running : new CommandProgress(CommandVerdict.Running, Total, 0, 0, []);
    }

    public Task CancelAsync(string commandId, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<CommandProgress> RunAsync(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-s"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = bash.StandardOutput.ReadToEndAsync();
        var errors = bash.StandardError.ReadToEndAsync();
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync();
        return bash.ExitCode == 0
            ? new CommandProgress(CommandVerdict.Succeeded, Total, Total, 0, [], await output)
            : new CommandProgress(CommandVerdict.Failed, Total, 0, 1, [new HostFailure("lb1", "exit", bash.ExitCode, [await errors])]);
    }
}
