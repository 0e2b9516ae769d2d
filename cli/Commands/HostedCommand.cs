using System.CommandLine;
using BlueGreenServerless.Cli.Hosting;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>A command about an application wherever its releases run: on this machine or in a cloud.</summary>
internal abstract class HostedCommand : AppCommand
{
    private readonly HostOptions _host;

    /// <param name="engine">The engine when neither option nor environment name one.</param>
    protected HostedCommand(string name, string description, string engine = Hosts.Local)
        : base(name, description)
    {
        _host = new HostOptions(engine);
        _host.AddTo(this);
    }

    protected override HostChoice Choice(ParseResult parsed, string? state) => _host.Choice(parsed, state);
}
