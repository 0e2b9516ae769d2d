using System.CommandLine;
using BlueGreenServerless.Cli.Doctor;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Says before the first release what would stop one. Changes nothing.</summary>
internal sealed class DoctorCommand() : HostedCommand("doctor", "Says what would stop a release, all of it at once, without changing anything.")
{
    /// <summary>A host that cannot be opened is a finding here, and the targets are looked at all the same.</summary>
    protected override async Task<int> RunAsync(CommandPlace place, ParseResult parsed, CancellationToken cancellationToken)
    {
        var report = await new Checkup(place).RunAsync(cancellationToken);
        place.Output.Answer(report, DoctorText.Of(report));
        return report.Ready ? ExitCodes.Done : ExitCodes.Input;
    }

    protected override Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The doctor opens its host by itself.");
}
