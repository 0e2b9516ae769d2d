using System.CommandLine;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Writes a commented bluegreen.yaml to start from. Never overwrites one.</summary>
internal sealed class InitCommand : Command
{
    private readonly Option<string> _file = CommonOptions.File();
    private readonly Option<string> _app = new("--app") { Description = "Name of the application.", DefaultValueFactory = _ => "shop", HelpName = "name" };
    private readonly Option<bool> _json = CommonOptions.Json();

    public InitCommand()
        : base("init", "Writes a commented bluegreen.yaml to start from; refuses to overwrite one.")
    {
        Add(_file);
        Add(_app);
        Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(_file));
        var name = AppNames.Check(parsed.GetRequiredValue(_app));
        Write(path, StarterFile.Text(name));
        Outputs.Of(parsed, _json).Answer(new { file = path, app = name }, $"Wrote '{path}'. Edit it, then check it with 'bluegreen validate'.");
        return Running.ExitCodes.Done;
    }

    private static void Write(string path, string text)
    {
        try
        {
            using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            writer.Write(text);
        }
        catch (IOException exists) when (File.Exists(path))
        {
            throw new InvalidRequestException($"The file '{path}' exists already. init never overwrites a file: move it away, or name another one with --file.", exists);
        }
    }
}
