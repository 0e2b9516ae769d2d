using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Configuration.Schemas;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Prints the JSON schema of bluegreen.yaml for editors.</summary>
internal sealed class SchemaCommand : Command
{
    private readonly Option<bool> _json = CommonOptions.Json();

    public SchemaCommand()
        : base("schema", "Prints the JSON schema of bluegreen.yaml, for editors.")
    {
        Add(_json);
        SetAction(Run);
    }

    private static int Run(ParseResult parsed)
    {
        parsed.InvocationConfiguration.Output.Write(ConfigurationSchema.Render(ProviderRegistry.Discover().All));
        return ExitCodes.Done;
    }
}
