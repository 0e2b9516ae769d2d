using System.CommandLine;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Provisioning;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Traffic;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Makes the two environments and the load balancer that releases need, or destroys what it made.</summary>
internal sealed class ProvisionCommand : Command
{
    private readonly Option<string> _file = new("--file", "-f")
    {
        Description = "The file that says what is made.", DefaultValueFactory = _ => "environment.yaml", HelpName = "path",
    };

    private readonly Option<string?> _state = CommonOptions.State();
    private readonly Option<bool> _yes = new("--yes") { Description = "Do it. Without it the plan is shown, and nothing is changed." };
    private readonly Option<bool> _destroy = new("--destroy") { Description = "Destroy what this command made. Never a colour that is live, and nothing else." };
    private readonly Option<string?> _color = new("--color") { Description = "With --destroy: only what belongs to this colour.", HelpName = "blue|green" };
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly HostOptions _host = new(Hosts.Local);

    public ProvisionCommand()
        : base("provision", "Makes the two environments and the load balancer where they do not exist. Shows a plan and its price class first.")
    {
        Add(_file);
        Add(_state);
        Add(_yes);
        Add(_destroy);
        Add(_color.AcceptOnlyFromAmong([.. Enum.GetValues<Color>().Select(color => color.Lower())]));
        Add(_json);
        _host.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetResult(_color) is not null && !result.GetValue(_destroy))
            {
                result.AddError("The option '--color' goes with '--destroy': environments are made with both colours.");
            }
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(_file);
        var confirmed = parsed.GetValue(_yes);
        StateDirectory State() => StateDirectory.Open(parsed.GetValue(_state), file);
        var work = new ProvisionWork(Waiting.For(TimeProvider.System), Outputs.Of(parsed, _json));
        var environments = ProvisionWork.Read(file, State, TimeProvider.System);
        using var alone = confirmed ? ProvisionLock.Take(State()) : null;
        if (!parsed.GetValue(_destroy))
        {
            await work.MakeAsync(environments, confirmed, cancellationToken);
            return ExitCodes.Done;
        }

        Color? color = parsed.GetValue(_color) is { } word ? Enum.Parse<Color>(word, ignoreCase: true) : null;
        await work.DestroyAsync(environments, color, await NeedsAsync(parsed, file, cancellationToken), confirmed, cancellationToken);
        return ExitCodes.Done;
    }

    /// <summary>Of the releases that are recorded where they run: beside the file, or in a cloud.</summary>
    private async Task<ReleaseNeeds> NeedsAsync(ParseResult parsed, string file, CancellationToken cancellationToken)
    {
        var host = await Hosts.OpenAsync(_host.Choice(parsed, parsed.GetValue(_state)), file, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
        return new ReleaseNeeds(host.Store, TimeProvider.System);
    }
}
