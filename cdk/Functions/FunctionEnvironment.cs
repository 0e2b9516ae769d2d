using BlueGreenServerless.Cdk.Storage;

namespace BlueGreenServerless.Cdk.Functions;

/// <summary>What every function is told. None of it is a secret.</summary>
internal static class FunctionEnvironment
{
    public static IReadOnlyDictionary<string, string> Of(Stack stack, string prefix, ReleaseBuckets buckets) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BLUEGREEN_PREFIX"] = prefix,
        ["BLUEGREEN_STATE"] = $"s3://{buckets.State.BucketName}",
        ["BLUEGREEN_ARTIFACTS"] = $"s3://{buckets.Artifacts.BucketName}",
        ["BLUEGREEN_ACCOUNT"] = stack.Account,
        ["BLUEGREEN_MACHINES"] = $"arn:{stack.Partition}:states:{stack.Region}:{stack.Account}:stateMachine:{prefix}-",
    };
}
