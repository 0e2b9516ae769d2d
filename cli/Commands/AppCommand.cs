using System.CommandLine;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>A command about the application of a bluegreen.yaml.</summary>
internal abstract class AppCommand : Command
{
    private readonly Option<string> _file = CommonOptions.File();
    private readonly Option<string?> _state = CommonOptions.State();
    private readonly Option<bool> _json = CommonOptions.Json();

    protected AppCommand(string name, string description)
        : base(name, description)
    {
        Add(_file);
        Add(_state);
        Add(_json);
        SetAction(RunAsync);
    }

    protected abstract Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var session = AppSession.Open(parsed.GetRequiredValue(_file), parsed.GetValue(_state), Outputs.Of(parsed, _json));
        return await RunAsync(session, parsed, cancellationToken);
    }
}
