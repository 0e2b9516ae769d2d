using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Standing;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Plan;

/// <summary>Refuses what can be refused without touching a target, and takes the lock.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>version, app, targets or ramp not usable</term><description>InvalidRequestException</description></item>
/// <item><term>frozen</term><description>ReleaseFrozenException</description></item>
/// <item><term>artifact missing, other digest, unsafe, too large</term><description>ArtifactRefusedException</description></item>
/// <item><term>another owner holds the lock</term><description>ReleaseLockedException; the document has no lock</description></item>
/// <item><term>this release holds the lock (second run, or Trigger took it)</term><description>renewed</description></item>
/// <item><term>the lock is free</term><description>taken; artifact with digest and size; record saved</description></item>
/// </list>
/// </remarks>
public sealed class PlanFunction(StageServices services) : IStage<Release, Release>
{
    private const long MiB = 1024 * 1024;

    private readonly ILogger log = services.Logs.CreateLogger("Plan");

    public async Task<Release> RunAsync(Release input, CancellationToken cancellationToken)
    {
        var header = input.Header;
        RequestRule.Check(input.Plan, header.Version, [.. input.Targets.Select(target => target.Name)]);
        await FreezeStanding.CheckAsync(services.Store, header.App, cancellationToken);
        var artifact = await services.Artifacts.VerifyAsync(header.Artifact, input.Plan.Install.MaxUnpackedMiB * MiB, cancellationToken);

        var grant = await services.Store.AcquireLockAsync(header.App, header.Id, LeaseRule.Start, cancellationToken);
        var planned = input with
        {
            Header = header with { Artifact = artifact },
            Lock = grant,
            Progress = input.Progress with { Targets = input.Targets.Count },
        };
        await services.Store.SaveAsync(ReleaseRecord.Of(planned, endedAt: null), grant, cancellationToken);
        log.LogInformation("{Release} Plan: lock {Fencing}, artifact {Sha256}", header.Id, grant.Fencing, artifact.Sha256);
        return planned;
    }
}
