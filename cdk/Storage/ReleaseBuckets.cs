using Amazon.CDK.AWS.S3;

namespace BlueGreenServerless.Cdk.Storage;

/// <summary>The two buckets: versioned, encrypted, over TLS only, never public, kept when the stack goes.</summary>
public sealed class ReleaseBuckets : Construct
{
    public ReleaseBuckets(Construct scope, string id)
        : base(scope, id)
    {
        Artifacts = Make("Artifacts", Duration.Days(90));
        State = Make("State", Duration.Days(30));

        // the construct's own switch would add a function and a custom resource for what is one property
        ((CfnBucket)Artifacts.Node.DefaultChild!).AddPropertyOverride("NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
    }

    public Bucket Artifacts { get; }

    public Bucket State { get; }

    /// <param name="old">How long an object's older versions are kept.</param>
    private Bucket Make(string id, Duration old) => new(this, id, new BucketProps
    {
        Versioned = true,
        Encryption = BucketEncryption.S3_MANAGED,
        EnforceSSL = true,
        MinimumTLSVersion = 1.2,
        BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
        ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
        RemovalPolicy = RemovalPolicy.RETAIN,
        LifecycleRules =
        [
            new LifecycleRule { NoncurrentVersionExpiration = old, AbortIncompleteMultipartUploadAfter = Duration.Days(1), ExpiredObjectDeleteMarker = true },
        ],
    });
}
