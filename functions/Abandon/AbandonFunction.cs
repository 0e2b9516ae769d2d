using BlueGreenServerless.Documents;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Abandon;

/// <summary>Cancels what still runs on the hosts of a target. Never touches the live colour or the traffic.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>no command was started, or it ended well</term><description>nothing</description></item>
/// <item><term>a command runs or failed</term><description>cancelled; one that is not known any more is fine</description></item>
/// <item><term>the hosts' provider does not answer</term><description>logged; the command ends by its own deadline</description></item>
/// </list>
/// </remarks>
public sealed class AbandonFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    private readonly ILogger log = services.Logs.CreateLogger("Abandon");

    public async Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        await HostCleanup.CancelAsync(services, input.Target, log, cancellationToken);
        log.LogInformation("{Release} Abandon {Target}: done", input.Header.Id, input.Target.Name);
        return input;
    }
}
