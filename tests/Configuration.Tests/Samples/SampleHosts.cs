using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Configuration.Tests.Samples;

/// <summary>Only its identity and its options matter: no test here runs commands.</summary>
public sealed class SampleHosts(ShellOptions options) : IHostCommands
{
    public Task<int> CountAsync(Color color, CancellationToken cancellationToken) =>
        Task.FromResult(color == Color.Blue ? options.Blue.Count : options.Green.Count);

    public Task<string> StartAsync(HostCommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CommandProgress> PollAsync(string commandId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CancelAsync(string commandId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
