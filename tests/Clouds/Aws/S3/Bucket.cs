using System.Globalization;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>A bucket: versions of objects, newest last, and the conditions on writing them.</summary>
public sealed class Bucket(string name, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, List<ObjectVersion>> objects = new(StringComparer.Ordinal);
    private long written;

    public string Name { get; } = name;

    public bool Versioned { get; init; } = true;

    /// <summary>Tells EventBridge what happens in it.</summary>
    public bool Notifies { get; init; } = true;

    internal string LastSequencer => Volatile.Read(ref written).ToString("X16", CultureInfo.InvariantCulture);

    /// <summary>The newest version; null when there is none or it is a delete marker.</summary>
    public ObjectVersion? Current(string key) => Newest(key) is { IsDeleteMarker: false } version ? version : null;

    /// <summary>Every version of every object, in the order of keys, newest first.</summary>
    public IReadOnlyList<ObjectVersion> Versions()
    {
        lock (gate)
        {
            return [.. objects.Values.SelectMany(versions => versions.AsEnumerable().Reverse())];
        }
    }

    internal ObjectVersion? Newest(string key)
    {
        lock (gate)
        {
            return objects.GetValueOrDefault(key)?[^1];
        }
    }

    internal ObjectVersion? Version(string key, string id)
    {
        lock (gate)
        {
            return objects.GetValueOrDefault(key)?.Find(version => version.Id == id);
        }
    }

    /// <summary>Decides and writes in one step, so that of two conditional writers one wins.</summary>
    /// <exception cref="AwsException">The condition does not hold.</exception>
    internal ObjectVersion Put(string key, byte[] body, IReadOnlyDictionary<string, string> headers, WriteCondition condition)
    {
        lock (gate)
        {
            condition.Check(key, Current(key));
            return Append(key, body, headers);
        }
    }

    /// <returns>The delete marker; null when the bucket has no versioning.</returns>
    internal ObjectVersion? Delete(string key, WriteCondition condition)
    {
        lock (gate)
        {
            condition.Check(key, Current(key));
            if (Versioned)
            {
                return Append(key, null, new Dictionary<string, string>(StringComparer.Ordinal));
            }

            objects.Remove(key);
            return null;
        }
    }

    internal void DeleteVersion(string key, string id)
    {
        lock (gate)
        {
            if (objects.TryGetValue(key, out var versions) && versions.RemoveAll(version => version.Id == id) > 0 && versions.Count == 0)
            {
                objects.Remove(key);
            }
        }
    }

    private ObjectVersion Append(string key, byte[]? body, IReadOnlyDictionary<string, string> headers)
    {
        var number = Interlocked.Increment(ref written);
        var id = Versioned ? SigningKey.Hash($"{Name}/{key}#{number}")[..32] : "null";
        var version = new ObjectVersion(key, id, body, $"\"{SigningKey.Hash($"etag of {id} {number}")[..32]}\"", clock.GetUtcNow(), headers);
        if (!objects.TryGetValue(key, out var versions) || !Versioned)
        {
            objects[key] = versions = [];
        }

        versions.Add(version);
        return version;
    }
}
