using System.CommandLine;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>A command about the application of a bluegreen.yaml, on this machine.</summary>
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

    protected virtual HostChoice Choice(ParseResult parsed, string? state) => HostChoice.OneMachine(state);

    /// <summary>Opens the host, or says why not, and runs the command.</summary>
    protected virtual async Task<int> RunAsync(CommandPlace place, ParseResult parsed, CancellationToken cancellationToken) =>
        await RunAsync(await AppSession.OpenAsync(place, cancellationToken), parsed, cancellationToken);

    protected abstract Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var logs = StepLog.For(parsed.GetValue(_verbose));
        var place = new CommandPlace(Choice(parsed, parsed.GetValue(_state)), parsed.GetRequiredValue(_file), Outputs.Of(parsed, _json), logs);
        return await RunAsync(place, parsed, cancellationToken);
    }
}
