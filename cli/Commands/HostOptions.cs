using System.CommandLine;
using BlueGreenServerless.Cli.Hosting;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>The options that say where releases run. Each has a variable of the environment, so that a shell or a pipeline says it once.</summary>
internal sealed class HostOptions
{
    private readonly Option<string> _engine;
    private readonly Option<string?> _deployment = Text("--deployment", "Prefix of the deployment in the cloud, as 'cdk deploy -c prefix=' got it. Default: BLUEGREEN_DEPLOYMENT, or 'bluegreen'.", "prefix", "BLUEGREEN_DEPLOYMENT");
    private readonly Option<string?> _profile = Text("--profile", "Profile of the cloud's own configuration. Default: AWS_PROFILE.", "name", null);
    private readonly Option<string?> _region = Text("--region", "Region of the cloud. Default: AWS_REGION, or the profile's.", "region", null);

    public HostOptions(string engine)
    {
        _engine = new Option<string>("--engine")
        {
            Description = $"Where releases run: {string.Join(" or ", Hosts.Names)}. Default: BLUEGREEN_ENGINE, or '{engine}'.",
            DefaultValueFactory = _ => Variable("BLUEGREEN_ENGINE") ?? engine,
            HelpName = "name",
        };
    }

    public void AddTo(Command command)
    {
        command.Add(_engine);
        command.Add(_deployment);
        command.Add(_profile);
        command.Add(_region);
    }

    public HostChoice Choice(ParseResult parsed, string? state) =>
        new(parsed.GetRequiredValue(_engine), state, parsed.GetValue(_deployment), parsed.GetValue(_profile), parsed.GetValue(_region));

    private static Option<string?> Text(string name, string description, string help, string? variable) => new(name)
    {
        Description = description, HelpName = help, DefaultValueFactory = _ => variable is null ? null : Variable(variable),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
