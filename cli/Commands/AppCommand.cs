using System.CommandLine;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>A command about the application of a bluegreen.yaml.</summary>
internal abstract class AppCommand : Command
{
    private readonly Option<string> _file = CommonOptions.File();
    private readonly Option<string?> _state = CommonOptions.State();
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<bool> _verbose = CommonOptions.Verbose();

    protected AppCommand(string name, string description)
        : base(name, description)
    {
        Add(_file);
        Add(_state);
        Add(_json);
        Add(_verbose);
        SetAction(RunAsync);
    }

    protected abstract Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var logs = StepLog.For(parsed.GetValue(_verbose));
        var session = AppSession.Open(parsed.GetRequiredValue(_file), parsed.GetValue(_state), Outputs.Of(parsed, _json), logs);
        return await RunAsync(session, parsed, cancellationToken);
    }
}
