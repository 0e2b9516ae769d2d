using System.CommandLine;
using BlueGreenServerless.Cli.Commands;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>Shows everything on this machine: a real shop, a real load balancer, users that count.</summary>
internal sealed class DemoCommand : Command
{
    private readonly Option<bool> _json = CommonOptions.Json();

    public DemoCommand()
        : base("demo", "Releases a Perl shop blue-green on this machine under load: one good version, one bad one, and a way back. About 80 seconds.")
    {
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = Outputs.Of(parsed, _json);
        try
        {
            var result = await new DemoRun(output, TimeProvider.System).RunAsync(cancellationToken);
            output.Answer(result, DemoTable.Text(result));
            return result.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            output.Advise("The demo was stopped; everything that it started is stopped, too.");
            return ExitCodes.Interrupted;
        }
    }
}
