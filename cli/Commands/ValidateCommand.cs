using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Checks a bluegreen.yaml and reports everything that is wrong with it at once. Touches nothing.</summary>
internal sealed class ValidateCommand : Command
{
    private readonly Option<string> _file = CommonOptions.File();
    private readonly Option<bool> _json = CommonOptions.Json();

    public ValidateCommand()
        : base("validate", "Checks bluegreen.yaml and reports everything that is wrong with it, with line and column.")
    {
        Add(_file);
        Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var file = parsed.GetRequiredValue(_file);
        var read = ReleaseRequests.Read(file);
        var output = Outputs.Of(parsed, _json);
        if (read.Configuration is not { } configuration)
        {
            output.Fail(new { file, valid = false, faults = read.Faults }, string.Join('\n', read.Faults));
            return ExitCodes.Input;
        }

        output.Answer(
            new { file, valid = true, faults = read.Faults, configuration },
            $"'{file}' is valid: '{configuration.App}' with {configuration.Targets.Count} target(s): {string.Join(", ", configuration.Targets.Select(target => target.Name))}.");
        return ExitCodes.Done;
    }
}
