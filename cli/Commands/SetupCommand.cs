using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Prepares the load balancers for their first start.</summary>
internal sealed class SetupCommand : AppCommand
{
    public SetupCommand()
        : base("setup", "Writes what the load balancers of bluegreen.yaml need before their first start. Changes nothing that is there.")
    {
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = ReleaseRequests.Configuration(session.File);
        Directory.CreateDirectory(session.State.Providers);
        var ports = new ProviderPorts(ProviderRegistry.Discover(), session.Time, session.State.Providers);
        foreach (var target in configuration.Targets)
        {
            var done = await ports.Router(State(target)).SetUpAsync(cancellationToken);
            session.Output.Happened("setup", new { target = target.Name, done }, $"{target.Name}: {done}.");
        }

        return ExitCodes.Done;
    }

    private static TargetState State(TargetPlan target) =>
        new() { Name = target.Name, Router = target.Router, Hosts = target.Hosts, Fleet = target.Fleet, Metrics = target.Metrics ?? target.Router };
}
