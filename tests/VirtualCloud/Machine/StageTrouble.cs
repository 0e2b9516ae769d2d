using System.Text.Json;
using BlueGreenServerless.VirtualCloud.Clock;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>Something that happens to the n-th call of a stage, once.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Number">Which call, from 1.</param>
internal sealed record StageTrouble(string Stage, int Number, StageTroubleKind Kind)
{
    private readonly TaskCompletionSource happened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int seen;

    /// <summary>Is told that the call has come.</summary>
    public Action Begins { get; init; } = () => { };

    /// <summary>What somebody does right before the call.</summary>
    public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;

    /// <summary>Completes when the host has to end.</summary>
    public Task Happened => happened.Task;

    public bool Hits(string stage) => stage == Stage && Interlocked.Increment(ref seen) == Number;

    public async Task<JsonElement> RunAsync(Func<Task<JsonElement>> stage, CancellationToken cancellationToken)
    {
        Begins();
        switch (Kind)
        {
            case StageTroubleKind.Bug:
                throw new InjectedBugException();
            case StageTroubleKind.LockBroken or StageTroubleKind.TargetsLost:
                await Meanwhile();
                return await stage();
            case StageTroubleKind.HangsAfter or StageTroubleKind.HostEndsAfter:
                await stage();
                break;
            default:
                break;
        }

        if (Kind is StageTroubleKind.HostEndsBefore or StageTroubleKind.HostEndsAfter)
        {
            // still at work until it is cut: time does not go on before the host has ended
            happened.TrySetResult();
        }
        else
        {
            Strand.Current!.Park();
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("unreachable");
    }
}
