using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Configuration.Schemas;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Prints the JSON schemas of the user's files for editors.</summary>
internal sealed class SchemaCommand : Command
{
    private readonly Option<bool> _environments = new("--environments") { Description = "That of environment.yaml." };
    private readonly Option<bool> _json = CommonOptions.Json();

    public SchemaCommand()
        : base("schema", "Prints the JSON schema of bluegreen.yaml, for editors.")
    {
        Add(_environments);
        Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var providers = ProviderRegistry.Discover().All;
        parsed.InvocationConfiguration.Output.Write(parsed.GetValue(_environments) ? ConfigurationSchema.RenderEnvironments(providers) : ConfigurationSchema.Render(providers));
        return ExitCodes.Done;
    }
}
