using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;

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
        foreach (var target in configuration.Targets)
        {
            var done = await session.Host.Ports.Router(State(target)).SetUpAsync(cancellationToken);
            session.Output.Happened("setup", new { target = target.Name, done }, $"{target.Name}: {done}.");
        }

        return ExitCodes.Done;
    }

    private static TargetState State(TargetPlan target) =>
        new() { Name = target.Name, Router = target.Router, Hosts = target.Hosts, Fleet = target.Fleet, Metrics = target.Metrics ?? target.Router };
}
