using System.Globalization;
using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Aws.Signing;

/// <summary>Lets in what carries the right Signature Version 4 at the right time.</summary>
internal sealed class SignatureCheck(IReadOnlyList<AwsKey> keys, string region, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    /// <summary>Null when the request is let in.</summary>
    public Refusal? Of(WireRequest request, Signature? signature)
    {
        if (signature is null)
        {
            return Refusal.NotSigned;
        }

        var key = keys.FirstOrDefault(known => known.Id == signature.Scope.KeyId);
        return key is null ? Refusal.UnknownKey
            : key.Token != signature.Token ? Refusal.WrongToken
            : key.Expires is { } end && end <= clock.GetUtcNow() ? Refusal.ExpiredToken
            : OfScope(signature) ?? OfTime(signature) ?? OfHash(request, signature, key);
    }

    public SigningKey KeyFor(Signature signature) => new(keys.First(known => known.Id == signature.Scope.KeyId).Secret, signature.Scope);

    private Refusal? OfScope(Signature signature) =>
        signature.Scope.Region == region && signature.Time.StartsWith(signature.Scope.Date, StringComparison.Ordinal) ? null : Refusal.WrongScope;

    private Refusal? OfTime(Signature signature)
    {
        if (!DateTimeOffset.TryParseExact(
            signature.Time, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed))
        {
            return Refusal.WrongClock;
        }

        var age = clock.GetUtcNow() - signed;
        return signature.Lifetime is { } seconds
            ? age > TimeSpan.FromSeconds(seconds) ? Refusal.TooOld : age < -Tolerance ? Refusal.WrongClock : null
            : age.Duration() > Tolerance ? Refusal.WrongClock : null;
    }

    private Refusal? OfHash(WireRequest request, Signature signature, AwsKey key)
    {
        var said = signature.Lifetime is null ? request.Header("X-Amz-Content-Sha256") : "UNSIGNED-PAYLOAD";
        var canonical = CanonicalRequest.Of(request, signature, said ?? SigningKey.Hash(request.Body));
        var text = $"{Signature.Algorithm}\n{signature.Time}\n{signature.Scope.Text}\n{SigningKey.Hash(canonical)}";
        var right = new SigningKey(key.Secret, signature.Scope).Sign(text);
        return right != signature.Hex || LeavesOut(request, signature) ? Refusal.WrongSignature
            : said is { Length: 64 } && said != SigningKey.Hash(request.Body) ? Refusal.WrongBody
            : null;
    }

    // The host and every header of Amazon's own have to be signed
    private static bool LeavesOut(WireRequest request, Signature signature) =>
        request.Headers.Keys.Select(name => name.ToLowerInvariant())
            .Any(name => (name == "host" || name.StartsWith("x-amz-", StringComparison.Ordinal)) && !signature.SignedHeaders.Contains(name, StringComparer.Ordinal));
}
