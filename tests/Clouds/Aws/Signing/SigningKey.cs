using System.Security.Cryptography;
using System.Text;

namespace BlueGreenServerless.Clouds.Aws.Signing;

/// <summary>The key that a secret gives for one scope.</summary>
internal sealed class SigningKey
{
    private readonly byte[] key;

    public SigningKey(string secret, Scope scope) =>
        key = new[] { scope.Date, scope.Region, scope.Service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Mac);

    public static string EmptyHash { get; } = Hash([]);

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public string Sign(string text) => Convert.ToHexStringLower(Mac(key, text));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
