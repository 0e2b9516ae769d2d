using BlueGreenServerless.Cdk.Machines;
using BlueGreenServerless.Cdk.Storage;

namespace BlueGreenServerless.Cdk;

/// <summary>What an operator and the command line need to know of the stack.</summary>
public sealed class ReleaseOutputs : Construct
{
    public ReleaseOutputs(Construct scope, string id, ReleaseBuckets buckets, ReleaseMachines machines)
        : base(scope, id)
    {
        Tell("ArtifactsBucket", buckets.Artifacts.BucketName);
        Tell("StateBucket", buckets.State.BucketName);
        Tell("ReleaseMachine", machines.Release.StateMachineArn);
        Tell("RollbackMachine", machines.Rollback.StateMachineArn);
        Tell("StandbyMachine", machines.Standby.StateMachineArn);
    }

    private void Tell(string name, string value) => _ = new CfnOutput(this, name, new CfnOutputProps { Value = value });
}
