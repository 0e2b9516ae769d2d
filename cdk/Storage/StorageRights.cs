using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using BlueGreenServerless.Cdk.Rights;

namespace BlueGreenServerless.Cdk.Storage;

/// <summary>What functions may do with the buckets. Nobody may delete a version of an object.</summary>
internal static class StorageRights
{
    private static readonly string[] _readArtifacts = ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectAttributes", "s3:GetObjectVersionAttributes"];

    /// <summary>Every stage reads signals and the lock; only Plan and Deploy see artifacts: to verify one, and to hand it to hosts.</summary>
    public static void ForStage(Role role, string stage, ReleaseBuckets buckets)
    {
        KeepState(role, buckets.State);
        if (stage is "Plan" or "Deploy")
        {
            ReadArtifacts(role, buckets.Artifacts);
        }
    }

    public static void KeepState(Role role, Bucket state)
    {
        Allow(role, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], state.ArnForObjects("*"));
        Allow(role, ["s3:ListBucket"], state.BucketArn);
    }

    public static void ReadArtifacts(Role role, IBucket artifacts)
    {
        Allow(role, _readArtifacts, artifacts.ArnForObjects("*"));
        Allow(role, ["s3:ListBucket"], artifacts.BucketArn);
    }

    private static void Allow(Role role, string[] actions, string resource) => _ = role.AddToPrincipalPolicy(Statements.Allow(actions, [resource]));
}
