using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>If-Match and If-None-Match of a write.</summary>
internal sealed record WriteCondition(string? IfMatch, string? IfNoneMatch)
{
    public static WriteCondition Of(WireRequest request)
    {
        var condition = new WriteCondition(request.Header("If-Match"), request.Header("If-None-Match"));
        return condition.IfNoneMatch is null or "*"
            ? condition
            : throw new AwsException("NotImplemented", "A header you provided implies functionality that is not implemented", 501);
    }

    /// <param name="current">Null when there is none or it is a delete marker.</param>
    /// <exception cref="AwsException">412 when it does not hold; 404 when there is nothing to match.</exception>
    public void Check(string key, ObjectVersion? current)
    {
        if (IfNoneMatch is not null && current is not null)
        {
            throw Failed("If-None-Match");
        }

        if (IfMatch is not null && current is null)
        {
            throw S3Errors.NoSuchKey(key);
        }

        if (IfMatch is not null and not "*" && IfMatch.Trim('"') != current!.ETag.Trim('"'))
        {
            throw Failed("If-Match");
        }
    }

    private static AwsException Failed(string header) => new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412)
    {
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["Condition"] = header },
    };
}
