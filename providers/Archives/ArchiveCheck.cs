using System.IO.Compression;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Archives;

/// <summary>
/// Checks that an archive unpacks safely, without unpacking it: tar, tar.gz and zip. The contents of tar.xz and tar.zst are checked by
/// the host script alone, which has the programs that read them; it refuses the same.
/// </summary>
internal static class ArchiveCheck
{
    /// <param name="path">The file.</param>
    /// <param name="name">What people know it by, for messages.</param>
    /// <param name="maxBytes">Bytes that it may unpack to.</param>
    /// <exception cref="ArtifactRefusedException">It does not.</exception>
    public static async Task RunAsync(string path, string name, long maxBytes, CancellationToken cancellationToken)
    {
        var rules = new ArchiveRules(name, maxBytes);
        try
        {
            await using var file = File.OpenRead(path);
            var begin = new byte[6];
            var length = await file.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancellationToken);
            file.Position = 0;
            await RunAsync(file, begin.AsMemory(0, length), rules, cancellationToken);
        }
        catch (Exception damage) when (damage is InvalidDataException or FormatException or EndOfStreamException or NotSupportedException or OverflowException or ArgumentException or InvalidOperationException or OutOfMemoryException)
        {
            throw rules.Refuse("it is damaged or no archive", damage.Message, damage);
        }
    }

    private static async Task RunAsync(FileStream file, ReadOnlyMemory<byte> begin, ArchiveRules rules, CancellationToken cancellationToken)
    {
        if (Is(begin, [0x1f, 0x8b]))
        {
            await using var gzip = new GZipStream(file, CompressionMode.Decompress);
            await TarCheck.RunAsync(gzip, rules, cancellationToken);
        }
        else if (Is(begin, "PK\x03\x04"u8) || Is(begin, "PK\x05\x06"u8))
        {
            await ZipCheck.RunAsync(file, rules, cancellationToken);
        }
        else if (!Is(begin, [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]) && !Is(begin, [0x28, 0xb5, 0x2f, 0xfd]))
        {
            await TarCheck.RunAsync(file, rules, cancellationToken);
        }
    }

    private static bool Is(ReadOnlyMemory<byte> begin, ReadOnlySpan<byte> magic) => begin.Span.StartsWith(magic);
}
