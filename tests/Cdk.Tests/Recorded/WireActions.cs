using System.Text.RegularExpressions;
using BlueGreenServerless.Clouds.Aws;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>Which actions of IAM a call needs, with the bucket or the machine that it is about.</summary>
internal static partial class WireActions
{
    public static IEnumerable<string> Of(Exchange call) => call.Service switch
    {
        "s3" => OfStorage(call),
        "monitoring" => [$"cloudwatch:{call.Operation}"],
        "states" when call.Operation is "StartExecution" or "DescribeExecution" => [$"states:{call.Operation} {Machine().Match(call.Request.Text).Groups["name"].Value}"],
        var service => [$"{service}:{call.Operation}"],
    };

    /// <summary>S3 tells of a missing object only to who may list (user guide, "Policy actions for Amazon S3": GetObject, HeadObject).</summary>
    private static string[] OfStorage(Exchange call)
    {
        var bucket = call.Request.Path.TrimStart('/').Split('/')[0];
        return call.Operation switch
        {
            "GetObject" or "HeadObject" when call.Request.Parameter("versionId") is not null => [$"s3:GetObjectVersion {bucket}", $"s3:ListBucket {bucket}"],
            "GetObject" or "HeadObject" => [$"s3:GetObject {bucket}", $"s3:ListBucket {bucket}"],
            "ListObjectsV2" => [$"s3:ListBucket {bucket}"],
            var operation => [$"s3:{operation} {bucket}"],
        };
    }

    [GeneratedRegex(":(stateMachine|execution):bluegreen-(?<name>[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Machine();
}
