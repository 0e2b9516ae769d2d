using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.Aws.Http;

/// <summary>No secret may come in an address or a body: both are written down on the way. Some calls are there to bring one.</summary>
internal static class SearchedRequests
{
    public static void Search(WireRequest request) => LeakSearch.Current.Request(
        request.Method, request.RawQuery.Length > 0 ? $"{request.RawPath}?{request.RawQuery}" : request.RawPath, BringsSecret(request) ? [] : request.Body);

    /// <summary>A form that asks for a token of OVH, and a parameter that somebody puts into Parameter Store.</summary>
    private static bool BringsSecret(WireRequest request) => request.RawPath == "/auth/oauth2/token" || request.Header("X-Amz-Target") == "AmazonSSM.PutParameter";
}
