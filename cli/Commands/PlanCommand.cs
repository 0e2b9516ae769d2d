using System.CommandLine;
using BlueGreenServerless.Cli.Planning;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Shows what a release would do, from the real traffic, without doing any of it.</summary>
internal sealed class PlanCommand : AppCommand
{
    private readonly Argument<string?> _artifact = new("artifact") { Description = "The file that would be released.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _version = new("--version") { Description = "Its version. Default: from the file's name.", HelpName = "version" };

    public PlanCommand()
        : base("plan", "Shows what a release would do, call by call, without doing any of it.")
    {
        Add(_artifact);
        Add(_version);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = ReleaseRequests.Configuration(session.File);
        var artifact = parsed.GetValue(_artifact) is { } path
            ? await ReleaseRequests.VerifiedAsync(configuration, path, parsed.GetValue(_version), sha256: null, cancellationToken)
            : null;
        var plan = await new ReleasePlanner(session.Host.Ports).PlanAsync(configuration, artifact, cancellationToken);
        session.Output.Answer(plan, PlanText.Of(plan));
        return plan.Obstacles.Count == 0 ? ExitCodes.Done : ExitCodes.Input;
    }
}
