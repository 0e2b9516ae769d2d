using Amazon.CDK.AWS.SSM;
using BlueGreenServerless.Cdk.Machines;
using BlueGreenServerless.Cdk.Storage;

namespace BlueGreenServerless.Cdk;

/// <summary>What an operator and the command line need to know of the stack.</summary>
public sealed class ReleaseOutputs : Construct
{
    /// <param name="settings">What the functions are told, which is what the command line needs too.</param>
    public ReleaseOutputs(Construct scope, string id, string prefix, IReadOnlyDictionary<string, string> settings, ReleaseBuckets buckets, ReleaseMachines machines)
        : base(scope, id)
    {
        _ = new StringParameter(this, "Deployment", new StringParameterProps
        {
            ParameterName = $"/bluegreen/{prefix}/deployment",
            Description = "Where 'bluegreen --engine aws' finds this deployment. No secret.",
            StringValue = Stack.Of(this).ToJsonString(settings.ToDictionary(setting => setting.Key["BLUEGREEN_".Length..].ToLowerInvariant(), object (setting) => setting.Value)),
        });
        Tell("ArtifactsBucket", buckets.Artifacts.BucketName);
        Tell("StateBucket", buckets.State.BucketName);
        Tell("ReleaseMachine", machines.Release.StateMachineArn);
        Tell("RollbackMachine", machines.Rollback.StateMachineArn);
        Tell("StandbyMachine", machines.Standby.StateMachineArn);
    }

    private void Tell(string name, string value) => _ = new CfnOutput(this, name, new CfnOutputProps { Value = value });
}
