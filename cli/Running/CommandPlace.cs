using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Cli.Running;

/// <summary>What a command was told about where it is: the file, the host, where to answer. Nothing of it has been opened.</summary>
internal sealed record CommandPlace(HostChoice Choice, string File, CommandOutput Output, ILoggerFactory Logs)
{
    public TimeProvider Time { get; } = TimeProvider.System;

    public Task<IReleaseHost> OpenHostAsync(CancellationToken cancellationToken) => Hosts.OpenAsync(Choice, File, Time, Logs, cancellationToken);
}
