using Amazon.Runtime;

namespace Amazon.AutoScaling;

public class DeletionProtection : ConstantClass
{
    public static readonly DeletionProtection None = new("none");
    public static readonly DeletionProtection PreventAllDeletion = new("prevent-all-deletion");
    public static readonly DeletionProtection PreventForceDeletion = new("prevent-force-deletion");

    public DeletionProtection(string value) : base(value) { }

    public static DeletionProtection FindValue(string value) => FindValue<DeletionProtection>(value);

    public static implicit operator DeletionProtection(string value) => FindValue(value);
}

public class LifecycleState : ConstantClass
{
    public static readonly LifecycleState Detached = new("Detached");
    public static readonly LifecycleState Detaching = new("Detaching");
    public static readonly LifecycleState EnteringStandby = new("EnteringStandby");
    public static readonly LifecycleState InService = new("InService");
    public static readonly LifecycleState Pending = new("Pending");
    public static readonly LifecycleState PendingProceed = new("Pending:Proceed");
    public static readonly LifecycleState PendingWait = new("Pending:Wait");
    public static readonly LifecycleState Quarantined = new("Quarantined");
    public static readonly LifecycleState ReplacingRootVolume = new("ReplacingRootVolume");
    public static readonly LifecycleState ReplacingRootVolumeProceed = new("ReplacingRootVolume:Proceed");
    public static readonly LifecycleState ReplacingRootVolumeWait = new("ReplacingRootVolume:Wait");
    public static readonly LifecycleState RootVolumeReplaced = new("RootVolumeReplaced");
    public static readonly LifecycleState Standby = new("Standby");
    public static readonly LifecycleState Terminated = new("Terminated");
    public static readonly LifecycleState Terminating = new("Terminating");
    public static readonly LifecycleState TerminatingProceed = new("Terminating:Proceed");
    public static readonly LifecycleState TerminatingRetained = new("Terminating:Retained");
    public static readonly LifecycleState TerminatingWait = new("Terminating:Wait");
    public static readonly LifecycleState WarmedHibernated = new("Warmed:Hibernated");
    public static readonly LifecycleState WarmedPending = new("Warmed:Pending");
    public static readonly LifecycleState WarmedPendingProceed = new("Warmed:Pending:Proceed");
    public static readonly LifecycleState WarmedPendingRetained = new("Warmed:Pending:Retained");
    public static readonly LifecycleState WarmedPendingWait = new("Warmed:Pending:Wait");
    public static readonly LifecycleState WarmedRunning = new("Warmed:Running");
    public static readonly LifecycleState WarmedStopped = new("Warmed:Stopped");
    public static readonly LifecycleState WarmedTerminated = new("Warmed:Terminated");
    public static readonly LifecycleState WarmedTerminating = new("Warmed:Terminating");
    public static readonly LifecycleState WarmedTerminatingProceed = new("Warmed:Terminating:Proceed");
    public static readonly LifecycleState WarmedTerminatingRetained = new("Warmed:Terminating:Retained");
    public static readonly LifecycleState WarmedTerminatingWait = new("Warmed:Terminating:Wait");

    public LifecycleState(string value) : base(value) { }

    public static LifecycleState FindValue(string value) => FindValue<LifecycleState>(value);

    public static implicit operator LifecycleState(string value) => FindValue(value);
}

public class WarmPoolState : ConstantClass
{
    public static readonly WarmPoolState Hibernated = new("Hibernated");
    public static readonly WarmPoolState Running = new("Running");
    public static readonly WarmPoolState Stopped = new("Stopped");

    public WarmPoolState(string value) : base(value) { }

    public static WarmPoolState FindValue(string value) => FindValue<WarmPoolState>(value);

    public static implicit operator WarmPoolState(string value) => FindValue(value);
}

public class WarmPoolStatus : ConstantClass
{
    public static readonly WarmPoolStatus PendingDelete = new("PendingDelete");

    public WarmPoolStatus(string value) : base(value) { }

    public static WarmPoolStatus FindValue(string value) => FindValue<WarmPoolStatus>(value);

    public static implicit operator WarmPoolStatus(string value) => FindValue(value);
}
