using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Abandon;
using BlueGreenServerless.Functions.Approve;
using BlueGreenServerless.Functions.CheckHealth;
using BlueGreenServerless.Functions.Complete;
using BlueGreenServerless.Functions.Decide;
using BlueGreenServerless.Functions.Deploy;
using BlueGreenServerless.Functions.Inspect;
using BlueGreenServerless.Functions.Observe;
using BlueGreenServerless.Functions.Plan;
using BlueGreenServerless.Functions.Prepare;
using BlueGreenServerless.Functions.Retire;
using BlueGreenServerless.Functions.Rollback;
using BlueGreenServerless.Functions.ShiftTraffic;
using BlueGreenServerless.Functions.SmokeTest;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Functions;

/// <summary>
/// The one list of stages, in the order of the happy path. The engine, the cloud deployment, the labels of the command line and the
/// documentation derive from it.
/// </summary>
public static class StageCatalog
{
    public static IReadOnlyList<StageEntry> All { get; } =
    [
        StageEntry.Of<TriggerRequest, TriggerResult>("Trigger", StageScope.None, services => new TriggerFunction(services)),
        StageEntry.Of<Release, Release>("Plan", StageScope.None, services => new PlanFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("Inspect", StageScope.Router, services => new InspectFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("Prepare", StageScope.Router, services => new PrepareFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("Deploy", StageScope.Hosts, services => new DeployFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("CheckHealth", StageScope.Router, services => new CheckHealthFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("SmokeTest", StageScope.Router, services => new SmokeTestFunction(services)),
        StageEntry.Of<ApprovalRequest, PendingApproval>("Approve", StageScope.None, services => new ApproveFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("ShiftTraffic", StageScope.Router, services => new ShiftTrafficFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("Observe", StageScope.Metrics, services => new ObserveFunction(services)),
        StageEntry.Of<Release, Release>("Decide", StageScope.None, services => new DecideFunction(services)),
        StageEntry.Of<Release, Release>("Complete", StageScope.None, services => new CompleteFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("Abandon", StageScope.Hosts, services => new AbandonFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("Rollback", StageScope.Router, services => new RollbackFunction(services)),
        StageEntry.Of<TargetRelease, TargetRelease>("Retire", StageScope.Hosts, services => new RetireFunction(services)),
    ];

    /// <summary>The stage of that name, or null.</summary>
    public static StageEntry? Find(string name) => All.FirstOrDefault(stage => stage.Name == name);
}
