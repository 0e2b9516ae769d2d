using System.Buffers.Binary;
using System.Security.Cryptography;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.Signing;

/// <summary>The checksums that clients send with an upload, in a header or in the trailer.</summary>
internal static class Checksums
{
    private static readonly IReadOnlyDictionary<string, Func<byte[], byte[]>> Known = new Dictionary<string, Func<byte[], byte[]>>(StringComparer.Ordinal)
    {
        ["x-amz-checksum-crc32"] = body => Big32(Crc(body, 0xEDB88320, 0xFFFFFFFF)),
        ["x-amz-checksum-crc32c"] = body => Big32(Crc(body, 0x82F63B78, 0xFFFFFFFF)),
        ["x-amz-checksum-crc64nvme"] = body => Big64(Crc(body, 0x9A6C9329AC4BC9B5, ulong.MaxValue)),
        ["x-amz-checksum-sha256"] = SHA256.HashData,
    };

    /// <param name="sent">Value of a header or of the trailer; null when it is not there.</param>
    /// <exception cref="AwsException">A checksum is not the body's.</exception>
    public static void Verify(byte[] body, Func<string, string?> sent)
    {
        foreach (var (name, compute) in Known)
        {
            if (sent(name) is { } given && given != Convert.ToBase64String(compute(body)))
            {
                throw new AwsException("BadDigest", $"The {name[15..].ToUpperInvariant()} you specified did not match the calculated checksum.");
            }
        }
    }

    // The register is reflected, so the same loop serves every width
    private static ulong Crc(byte[] body, ulong polynomial, ulong ones)
    {
        var crc = ones;
        foreach (var octet in body)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ polynomial;
            }
        }

        return crc ^ ones;
    }

    private static byte[] Big32(ulong value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }

    private static byte[] Big64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }
}
