using BlueGreenServerless.Ports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlueGreenServerless.Cli.Hosting;

/// <param name="Ports">Other ports than those of the discovered providers; for tests.</param>
public sealed record OneMachineOptions(StateDirectory State, IPorts? Ports = null)
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILoggerFactory Logs { get; init; } = NullLoggerFactory.Instance;
}
