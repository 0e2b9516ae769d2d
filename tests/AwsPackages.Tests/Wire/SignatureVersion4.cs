using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>Signature Version 4 as the AWS documentation describes it, for POST requests without a query string.</summary>
internal static class SignatureVersion4
{
    public static string Authorization(CapturedRequest request, string keyId, string secret, string region, string service)
    {
        var given = request.Headers["Authorization"];
        var signedHeaders = given.Split("SignedHeaders=")[1].Split(',')[0];
        var time = request.Headers["X-Amz-Date"];
        var scope = string.Create(CultureInfo.InvariantCulture, $"{time[..8]}/{region}/{service}/aws4_request");
        var headers = signedHeaders.Split(';').Select(name => $"{name}:{request.Headers[name].Trim()}\n");
        var canonical = $"{request.Method}\n{request.Path}\n\n{string.Concat(headers)}\n{signedHeaders}\n{Hex(SHA256.HashData(request.Body))}";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = new[] { time[..8], region, service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Sign);
        return $"AWS4-HMAC-SHA256 Credential={keyId}/{scope}, SignedHeaders={signedHeaders}, Signature={Hex(Sign(key, toSign))}";
    }

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
