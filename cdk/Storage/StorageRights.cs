using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using BlueGreenServerless.Cdk.Rights;

namespace BlueGreenServerless.Cdk.Storage;

/// <summary>What functions may do with the buckets. Nobody may delete an object.</summary>
internal static class StorageRights
{
    /// <summary>Stages that look only at what they were handed.</summary>
    private static readonly string[] _without = ["ShiftTraffic", "Observe", "Abandon"];

    /// <summary>Stages that read records and change none.</summary>
    private static readonly string[] _readers = ["Inspect", "Retire"];

    /// <summary>Only Plan sees an artifact, to verify it: hosts fetch it themselves.</summary>
    public static void ForStage(Role role, string stage, ReleaseBuckets buckets)
    {
        if (_readers.Contains(stage, StringComparer.Ordinal))
        {
            Allow(role, ["s3:GetObject"], buckets.State.ArnForObjects("*"));
            AllowMissing(role, buckets.State);
        }
        else if (!_without.Contains(stage, StringComparer.Ordinal))
        {
            KeepState(role, buckets.State);
        }

        if (stage == "Plan")
        {
            Allow(role, ["s3:GetObject", "s3:GetObjectVersion"], buckets.Artifacts.ArnForObjects("*"));
            AllowMissing(role, buckets.Artifacts);
        }
    }

    public static void KeepState(Role role, Bucket state)
    {
        Allow(role, ["s3:GetObject", "s3:PutObject"], state.ArnForObjects("*"));
        AllowMissing(role, state);
    }

    /// <summary>The users' files and nothing else.</summary>
    public static void ReadConfigurations(Role role, Bucket state)
    {
        Allow(role, ["s3:GetObject"], state.ArnForObjects("config/*"));
        AllowMissing(role, state);
    }

    /// <summary>To pin what lies there now.</summary>
    public static void ReadArtifacts(Role role, IBucket artifacts)
    {
        Allow(role, ["s3:GetObject"], artifacts.ArnForObjects("*"));
        AllowMissing(role, artifacts);
    }

    /// <summary>Lists, and without it S3 says of an object that is missing that access is denied.</summary>
    private static void AllowMissing(Role role, IBucket bucket) => Allow(role, ["s3:ListBucket"], bucket.BucketArn);

    private static void Allow(Role role, string[] actions, string resource) => _ = role.AddToPrincipalPolicy(Statements.Allow(actions, [resource]));
}
