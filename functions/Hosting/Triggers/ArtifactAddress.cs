using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>Addresses of artifacts in the one place that this deployment takes them from.</summary>
public sealed partial class ArtifactAddress(Uri place)
{
    public void CheckBucket(string bucket)
    {
        if (bucket != place.Host)
        {
            throw EventField.Refused("bucket", bucket, $"'{place.Host}', where this deployment's artifacts lie");
        }
    }

    /// <param name="version">The object's version: the bytes behind the address never change.</param>
    public Uri Of(string key, string? version)
    {
        if (version is not null && !Version().IsMatch(version))
        {
            throw EventField.Refused("version-id", version, "an object's version; the bucket must be versioned");
        }

        var path = string.Join('/', key.Split('/').Select(Uri.EscapeDataString));
        return new Uri($"{place.Scheme}://{place.Host}/{path}{(version is null ? "" : "?versionId=" + version)}");
    }

    /// <exception cref="InvalidRequestException">It is no address, or lies elsewhere.</exception>
    public Uri Check(string text)
    {
        var isFine = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == place.Scheme && address.Host == place.Host
            && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && !text.Any(char.IsControl)
            && Uri.UnescapeDataString(address.AbsolutePath) is { Length: > 1 } path && Path().IsMatch(path)
            && (place.Scheme != Uri.UriSchemeFile || path.StartsWith(place.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal));
        return isFine ? address! : throw EventField.Refused(
            "artifact", text, $"an address below '{place}' in letters, digits and . _ + - /");
    }

    [GeneratedRegex(@"\A[0-9A-Za-z._-]{1,1024}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(@"\A/[0-9A-Za-z._+/-]{1,1024}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Path();
}
