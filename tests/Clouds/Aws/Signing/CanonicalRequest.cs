using System.Text.RegularExpressions;
using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Aws.Signing;

/// <summary>The text of a request that both sides hash, as AWS documents it for Signature Version 4.</summary>
internal static partial class CanonicalRequest
{
    public static string Of(WireRequest request, Signature signature, string payloadHash)
    {
        var headers = signature.SignedHeaders.Select(name => $"{name}:{Spaces().Replace(request.Header(name)?.Trim() ?? "", " ")}\n");
        return string.Join('\n', request.Method, Path(request, signature.Scope.Service), Query(request), string.Concat(headers),
            string.Join(';', signature.SignedHeaders), payloadHash);
    }

    // S3 signs the path encoded once; every other service signs the encoded path encoded again
    private static string Path(WireRequest request, string service)
    {
        var once = Encoded(request.Path);
        return service == "s3" ? once : Encoded(once);
    }

    private static string Encoded(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Query(WireRequest request) => string.Join('&',
        request.Query.Where(pair => pair.Name != "X-Amz-Signature")
            .Select(pair => (Name: Uri.EscapeDataString(pair.Name), Value: Uri.EscapeDataString(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));

    [GeneratedRegex(" +", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
