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
    private int calls;
    private bool isLost;

    /// <param name="call">From 1; after the effect only calls that have one are counted.</param>
    public Cut(IProvisionStand stand, int call, CutMoment moment)
    {
        (this.stand, this.call, this.moment) = (stand, call, moment);
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
        if (isLost || (moment == CutMoment.BeforeTheEffect && Interlocked.Increment(ref calls) == call))
        {
            killed.Cancel();
            return new Fault(service, operation, FaultKind.LostRequest);
        }

        isLost = moment == CutMoment.AfterTheEffect && stand.IsWrite(service, operation) && Interlocked.Increment(ref calls) == call;
        return isLost ? new Fault(service, operation, FaultKind.LostReply) : null;
    }
}
