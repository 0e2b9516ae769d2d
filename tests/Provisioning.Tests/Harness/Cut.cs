using BlueGreenServerless.Clouds.Aws.Faults;

namespace BlueGreenServerless.Provisioning.Tests.Harness;

/// <summary>
/// Ends a run at one of its calls, as if its process were killed there: nothing of it runs afterwards. After the effect means that the
/// connection breaks before the answer, and that the call after it, which can only come when the effect is there, is not heard any more.
/// </summary>
internal sealed class Cut : IDisposable
{
    private readonly CancellationTokenSource killed = new();
    private readonly IProvisionStand stand;
    private readonly int call;
    private readonly CutMoment moment;
    private readonly bool onlyWrites;
    private int calls;
    private bool isLost;

    /// <param name="call">From 1.</param>
    /// <param name="onlyWrites">Only calls that change something are counted.</param>
    public Cut(IProvisionStand stand, int call, CutMoment moment, bool onlyWrites = false)
    {
        (this.stand, this.call, this.moment, this.onlyWrites) = (stand, call, moment, onlyWrites);
        stand.Faults.Chance = At;
    }

    public CancellationToken Token => killed.Token;

    /// <summary>False when the run was over before the call.</summary>
    public bool Happened => isLost || killed.IsCancellationRequested;

    public void Dispose()
    {
        stand.Faults.Clear();
        killed.Dispose();
    }

    private Fault? At(string service, string operation)
    {
        if (!isLost && onlyWrites && !stand.IsWrite(service, operation))
        {
            return null;
        }

        if (isLost || (Interlocked.Increment(ref calls) == call && !(moment == CutMoment.AfterTheEffect && stand.IsWrite(service, operation))))
        {
            killed.Cancel();
            return new Fault(service, operation, FaultKind.LostRequest);
        }

        isLost = calls == call;
        return isLost ? new Fault(service, operation, FaultKind.LostReply) : null;
    }
}
