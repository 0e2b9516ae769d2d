using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Signals;

/// <summary>
/// The frame of the stages that get a target ready (Prepare, Deploy, CheckHealth, SmokeTest): they stop when they are told to, and a
/// definite failure of one target is told to the others, which then need not wait for their deadlines.
/// </summary>
internal sealed class Preparation(StageServices services, string stage)
{
    private readonly ILogger log = services.Logs.CreateLogger(stage);

    /// <param name="fail">The target with the stage's verdict Failed.</param>
    /// <param name="work">The stage itself.</param>
    public async Task<TargetRelease> RunAsync(
        TargetRelease document, Func<TargetState, TargetState> fail, Func<Task<TargetState>> work, CancellationToken cancellationToken)
    {
        if (await Interruption.FindAsync(services.Store, document, cancellationToken) is { } interruption)
        {
            return document.With(fail(document.Target) with { Failure = interruption });
        }

        var target = await TellOthersAsync(document, work, cancellationToken);
        if (target.Failure is { } failure)
        {
            log.LogWarning("{Release} {Stage} {Target}: {Error} {Cause}", document.Header.Id, stage, target.Name, failure.Error, failure.Cause);
            await Interruption.RaiseAsync(services, document, failure, cancellationToken);
            return document.With(fail(target));
        }

        log.LogInformation("{Release} {Stage} {Target}: goes on", document.Header.Id, stage, target.Name);
        return document.With(target);
    }

    private async Task<TargetState> TellOthersAsync(TargetRelease document, Func<Task<TargetState>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (ReleaseException failure) when (failure is not ProviderUnavailableException)
        {
            await Interruption.RaiseAsync(services, document, new Failure(failure.GetType().Name, failure.Message), cancellationToken);
            throw;
        }
    }
}
