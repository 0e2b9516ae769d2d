using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Events;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>The buckets of the account.</summary>
public sealed class Storage(AwsDoubleOptions options, EventBus events)
{
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    internal AwsDoubleOptions Options => options;

    internal IEnumerable<Bucket> All => buckets.Values.OrderBy(bucket => bucket.Name, StringComparer.Ordinal);

    /// <exception cref="AwsException">There is none of this name.</exception>
    public Bucket this[string name] => buckets.GetValueOrDefault(name) ?? throw S3Errors.NoSuchBucket(name);

    public Bucket Create(string name, bool versioned = true, bool notifies = true) =>
        buckets[name] = new Bucket(name, options.Clock) { Versioned = versioned, Notifies = notifies };

    internal void Created(Bucket bucket, ObjectVersion version, string reason, string requestId)
    {
        if (!bucket.Notifies)
        {
            return;
        }

        var written = new JsonObject
        {
            ["key"] = version.Key, ["size"] = version.Body!.Length, ["etag"] = version.ETag.Trim('"'), ["sequencer"] = bucket.LastSequencer,
        };
        if (bucket.Versioned)
        {
            written["version-id"] = version.Id;
        }

        events.Publish("aws.s3", "Object Created", [$"arn:aws:s3:::{bucket.Name}"], new JsonObject
        {
            ["version"] = "0",
            ["bucket"] = new JsonObject { ["name"] = bucket.Name },
            ["object"] = written,
            ["request-id"] = requestId,
            ["requester"] = options.Account,
            ["source-ip-address"] = "127.0.0.1",
            ["reason"] = reason,
        });
    }
}
