using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>
/// JSON documents as objects of a bucket, changed only from the state in which they were read (If-Match, If-None-Match).
/// <code>
/// 200    written
/// 412    somebody was faster, or our own write whose answer was lost: the nonce tells
/// 409    two at the very same time: asked again
/// 404    for If-Match, the object has gone: somebody was faster
/// </code>
/// </summary>
internal sealed class S3Documents(IAmazonS3 storage, string bucket, string prefix, TimeProvider time)
{
    private const int MaxTries = 50;

    /// <exception cref="JsonException">The object is not ours.</exception>
    public async Task<VersionedDocument<T>> ReadAsync<T>(string key, CancellationToken cancellationToken)
        where T : class
    {
        var (stored, etag) = await GetAsync<T>(key, cancellationToken);
        return new VersionedDocument<T>(stored?.Value, stored?.Fencing ?? 0, etag);
    }

    public async Task<T?> ValueAsync<T>(string key, CancellationToken cancellationToken)
        where T : class =>
        (await GetAsync<T>(key, cancellationToken)).Stored?.Value;

    /// <summary>Reads, asks what should be there instead, writes; again from the beginning whenever somebody else was faster.</summary>
    /// <param name="change">Gets what is there and says what to write; null when nothing is to be written.</param>
    public async Task<TResult> ChangeAsync<T, TResult>(
        string key, Func<VersionedDocument<T>, Task<(Change<T>? Change, TResult Result)>> change, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var current = await ReadAsync<T>(key, cancellationToken);
            var (wanted, result) = await change(current);
            if (wanted is null || await TryWriteAsync(key, wanted, current.ETag, cancellationToken))
            {
                return result;
            }

            // everybody waits a little longer than before, and not all equally long
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 20 * attempt)), time, cancellationToken);
        }

        throw new ProviderUnavailableException($"The object '{key}' in bucket '{bucket}' was changed by others '{MaxTries}' times in a row while it was written. It is tried again.");
    }

    public Task ChangeAsync<T>(string key, Func<T?, Change<T>?> change, CancellationToken cancellationToken)
        where T : class =>
        ChangeAsync<T, bool>(key, current => Task.FromResult((change(current.Value), true)), cancellationToken);

    /// <summary>Names below a folder in their order, at most so many.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string folder, int limit, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix + folder };
        do
        {
            request.MaxKeys = Math.Min(1000, limit - names.Count);
            var page = await AwsCall.RunAsync($"listing '{folder}' in bucket '{bucket}'", () => storage.ListObjectsV2Async(request, cancellationToken));
            names.AddRange((page.S3Objects ?? []).Select(found => found.Key[request.Prefix.Length..]));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is { Length: > 0 } && names.Count < limit);

        return names;
    }

    /// <summary>Names of the folders below a folder, in their order.</summary>
    public async Task<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix + folder, Delimiter = "/" };
        do
        {
            var page = await AwsCall.RunAsync($"listing '{folder}' in bucket '{bucket}'", () => storage.ListObjectsV2Async(request, cancellationToken));
            names.AddRange((page.CommonPrefixes ?? []).Select(found => found[request.Prefix.Length..^1]));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is { Length: > 0 });

        return names;
    }

    /// <returns>False when somebody else was faster.</returns>
    private async Task<bool> TryWriteAsync<T>(string key, Change<T> change, string? etag, CancellationToken cancellationToken)
        where T : class
    {
        var document = new StoredDocument<T>(change.Value, RandomNumberGenerator.GetHexString(16), change.Fencing);
        var request = new PutObjectRequest
        {
            BucketName = bucket, Key = prefix + key, ContentBody = JsonSerializer.Serialize(document, ReleaseJson.Options), ContentType = "application/json",
            IfMatch = etag, IfNoneMatch = etag is null ? "*" : null,
        };
        try
        {
            await storage.PutObjectAsync(request, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict || (etag is not null && IsMissing(refused)))
        {
            return (await GetAsync<T>(key, cancellationToken)).Stored?.Nonce == document.Nonce;
        }
        catch (Exception fault) when (AwsCall.IsOfAws(fault))
        {
            throw AwsCall.Translate($"writing '{key}' in bucket '{bucket}'", fault);
        }
    }

    private async Task<(StoredDocument<T>? Stored, string? ETag)> GetAsync<T>(string key, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var answer = await storage.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = prefix + key }, cancellationToken);
            return (await JsonSerializer.DeserializeAsync<StoredDocument<T>>(answer.ResponseStream, ReleaseJson.Options, cancellationToken), answer.ETag);
        }
        catch (AmazonS3Exception missing) when (IsMissing(missing) && missing.ErrorCode != "NoSuchBucket")
        {
            return (null, null);
        }
        catch (Exception fault) when (AwsCall.IsOfAws(fault))
        {
            throw AwsCall.Translate($"reading '{key}' in bucket '{bucket}'", fault);
        }
    }

    private static bool IsMissing(AmazonS3Exception fault) => fault.StatusCode == HttpStatusCode.NotFound;
}
