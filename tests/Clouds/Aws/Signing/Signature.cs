using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Aws.Signing;

/// <summary>The signature that a request carries, in its Authorization header or in its query (presigned).</summary>
/// <param name="Time">As in <c>20260101T000000Z</c>.</param>
/// <param name="Lifetime">Seconds that a presigned address is good for; null for a header.</param>
internal sealed record Signature(Scope Scope, IReadOnlyList<string> SignedHeaders, string Hex, string Time, int? Lifetime, string? Token)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Null when there is none, or none that can be read.</summary>
    public static Signature? Of(WireRequest request) => request.Header("Authorization") is { } header
        ? OfHeader(request, header)
        : OfQuery(request);

    private static Signature? OfHeader(WireRequest request, string header)
    {
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = header[(Algorithm.Length + 1)..].Split(',').Select(part => part.Trim().Split('=', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var time = request.Header("X-Amz-Date");
        return parts.TryGetValue("Credential", out var credential) && Scope.Parse(credential) is { } scope
            && parts.TryGetValue("SignedHeaders", out var headers) && parts.TryGetValue("Signature", out var hex) && time is not null
                ? new Signature(scope, headers.Split(';'), hex, time, null, request.Header("X-Amz-Security-Token"))
                : null;
    }

    private static Signature? OfQuery(WireRequest request) =>
        request.Parameter("X-Amz-Algorithm") == Algorithm && Scope.Parse(request.Parameter("X-Amz-Credential") ?? "") is { } scope
        && int.TryParse(request.Parameter("X-Amz-Expires"), out var lifetime)
            ? new Signature(
                scope, (request.Parameter("X-Amz-SignedHeaders") ?? "").Split(';'), request.Parameter("X-Amz-Signature") ?? "",
                request.Parameter("X-Amz-Date") ?? "", lifetime, request.Parameter("X-Amz-Security-Token"))
            : null;
}
