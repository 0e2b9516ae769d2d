using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Verdicts;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Abandon;

/// <summary>Stops the command of a target that has failed. What cannot be stopped ends by its own deadline, on a colour without traffic.</summary>
internal static class HostCleanup
{
    public static async Task CancelAsync(StageServices services, TargetState target, ILogger log, CancellationToken cancellationToken)
    {
        if (target.Deploy is null or { CommandId.Length: 0 } or { Verdict: CommandVerdict.Succeeded })
        {
            return;
        }

        try
        {
            await services.Ports.Hosts(target.Hosts).CancelAsync(target.Deploy.CommandId, cancellationToken);
        }
        catch (ReleaseException fault)
        {
            log.LogWarning("{Target}: the command {Command} was not cancelled: {Cause}", target.Name, target.Deploy.CommandId, fault.Message);
        }
    }
}
