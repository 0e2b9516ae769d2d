using System.CommandLine;
using System.CommandLine.Invocation;
using BlueGreenServerless.Cli.Commands;
using BlueGreenServerless.Cli.Demo;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Running;

/// <summary>The command's whole surface, and the frame around every command: parse, run, report, exit code.</summary>
public static class CommandLine
{
    public static RootCommand Root() => new("Releases a new version to the idle one of two identical environments, proves it, moves the traffic and watches.")
    {
        new InitCommand(),
        new ProvisionCommand(),
        new SetupCommand(),
        new ValidateCommand(),
        new PlanCommand(),
        new DoctorCommand(),
        new ReleaseCommand(),
        new PushCommand(),
        new WatchCommand(),
        new StatusCommand(),
        new HistoryCommand(),
        new ApproveCommand(),
        new RejectCommand(),
        new AbortCommand(),
        new RollbackCommand(),
        new ResumeCommand(),
        new FreezeCommand(),
        new UnfreezeCommand(),
        new UnlockCommand(),
        new WatchFolderCommand(),
        new ProvidersCommand(),
        new SchemaCommand(),
        new DemoCommand(),
    };

    /// <returns>The process' exit code, see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var output = CommandOutput.For(args.Contains("--json", StringComparer.Ordinal), Console.Out, Console.Error);
        using var interruption = new Interruption(Environment.Exit);
        try
        {
            var parsed = Root().Parse(args);
            if (parsed.Action is ParseErrorAction)
            {
                throw new InvalidRequestException(
                    $"{string.Join(' ', parsed.Errors.Select(error => error.Message))} 'bluegreen {CommandOf(parsed)}--help' lists what is allowed.");
            }

            var frame = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(frame, interruption.Token);
        }
        catch (Exception failure)
        {
            // the one place where every failure of a command ends: it becomes a message and an exit code
            return FailureReport.Write(output, failure);
        }
    }

    private static string CommandOf(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
}
