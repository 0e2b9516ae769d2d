using System.Buffers.Binary;
using System.Formats.Tar;
using System.Text;

namespace BlueGreenServerless.Testing.Archives;

/// <summary>Archives that must be refused when at most 1 MiB may be unpacked, by what is wrong with them.</summary>
public static class HostileArchives
{
    private const int TwoMiB = 2 * 1024 * 1024;

    private static readonly byte[] EndOfTar = new byte[1024];

    private static readonly Dictionary<string, Func<byte[]>> Makers = new(StringComparer.Ordinal)
    {
        ["tar absolute path"] = () => new TarFile().File("/tmp/evil").Gzipped(),
        ["tar absolute directory"] = () => new TarFile().Directory("/evil/").Gzipped(),
        ["tar path goes up"] = () => new TarFile().File("../evil").Gzipped(),
        ["tar path goes up inside"] = () => new TarFile().File("a/../../evil").Gzipped(),
        ["tar path goes up at the end"] = () => new TarFile().Directory("a/..").Gzipped(),
        ["tar path goes up behind a newline"] = () => new TarFile().File("a\n/../../evil").Gzipped(),
        ["tar path goes up in a very long name"] = () => new TarFile().File(new string('x', 200) + "/../../evil").Gzipped(),
        ["tar uncompressed path goes up"] = () => new TarFile().File("../evil").Bytes(),
        ["tar second file goes up"] = () => new TarFile().File("good").File("../evil").Gzipped(),
        ["tar link to an absolute path"] = () => new TarFile().Link("l", "/etc/passwd").Gzipped(),
        ["tar link goes up"] = () => new TarFile().Link("l", "../evil").Gzipped(),
        ["tar link goes up twice from one deep"] = () => new TarFile().Link("a/l", "../../evil").Gzipped(),
        ["tar link goes down and up"] = () => new TarFile().Directory("a").Link("a/l", "..").Link("m", "a/l/../evil").Gzipped(),
        ["tar link with an arrow in its name"] = () => new TarFile().Link("a -> b", "c").Gzipped(),
        ["tar file behind a link"] = () => new TarFile().Directory("d").Link("l", "d").File("l/evil").Gzipped(),
        ["tar file with the name of a link"] = () => new TarFile().Link("l", "d").File("l").Gzipped(),
        ["tar link with the name of a file"] = () => new TarFile().File("l").Link("l", "d").Gzipped(),
        ["tar link twice"] = () => new TarFile().Link("l", "d").Link("./l", "e").Gzipped(),
        ["tar hard link to an absolute path"] = () => new TarFile().HardLink("h", "/etc/passwd").Gzipped(),
        ["tar hard link goes up"] = () => new TarFile().HardLink("h", "../evil").Gzipped(),
        ["tar hard link to nothing"] = () => new TarFile().HardLink("h", "missing").Gzipped(),
        ["tar hard link to a link"] = () => new TarFile().Link("l", "x").HardLink("h", "l").Gzipped(),
        ["tar character device"] = () => new TarFile().Special(TarEntryType.CharacterDevice, "null").Gzipped(),
        ["tar block device"] = () => new TarFile().Special(TarEntryType.BlockDevice, "disk").Gzipped(),
        ["tar pipe"] = () => new TarFile().Special(TarEntryType.Fifo, "pipe").Gzipped(),
        ["tar owner that looks like fields"] = () => new TarFile()
            .Add(new PaxTarEntry(TarEntryType.SymbolicLink, "l") { LinkName = "/etc", UserName = "a 1 2026-01-01 00:00:00 b" }).Gzipped(),
        ["tar date that widens the column before a name"] = () => new TarFile()
            .Add(new PaxTarEntry(TarEntryType.RegularFile, "a", Mtime(300_000_000_000))).Link("l", "d").File("l").Gzipped(),
        ["tar bomb in one file"] = () => new TarFile().File("zeros", new byte[TwoMiB]).Gzipped(),
        ["tar bomb in many files"] = () => Enumerable.Range(0, 20).Aggregate(new TarFile(), (tar, i) => tar.File($"f{i}", new byte[100_000])).Gzipped(),
        ["tar bomb by a sparse file"] = () => TarFile.Gzip([.. RawTarHeader.Sparse("s", 1L << 32), .. EndOfTar]),
        ["tar size without contents"] = () => TarFile.Gzip([.. RawTarHeader.Make("f", '0', 500_000), .. EndOfTar]),
        ["tar name of gigabytes"] = () => TarFile.Gzip([.. RawTarHeader.Make("././@LongLink", 'L', (1L << 33) - 1), .. EndOfTar]),
        ["tar wrong checksum"] = () => TarFile.Gzip([.. Damaged(RawTarHeader.Make("f", '0', 0), 3), .. EndOfTar]),
        ["tar too many entries"] = () => ManyEntries(200_001),
        ["tar without entries"] = () => new TarFile().Gzipped(),
        ["gzip cut short"] = () => Noise().Gzipped()[..^40_000],
        ["gzip with a flipped bit"] = () => Damaged(Noise().Gzipped(), 30_000),
        ["gzip of noise"] = () => TarFile.Gzip(RandomBytes(5_000)),
        ["noise"] = () => RandomBytes(5_000),
        ["plain text"] = () => Encoding.UTF8.GetBytes("#!/bin/sh\ntouch evil\n"),
        ["empty file"] = () => [],
        ["zip absolute path"] = () => new ZipFile().File("/tmp/evil").Bytes(),
        ["zip path goes up"] = () => new ZipFile().File("../evil").Bytes(),
        ["zip path goes up inside"] = () => new ZipFile().File("a/../../evil").Bytes(),
        ["zip path goes up by backslash"] = () => new ZipFile().File("..\\evil").Bytes(),
        ["zip link"] = () => new ZipFile().Link("l", "/etc/passwd").Bytes(),
        ["zip bomb in one file"] = () => new ZipFile().File("zeros", new byte[TwoMiB]).Bytes(),
        ["zip bomb with a wrong size"] = () => WithWrongSize(new ZipFile().File("zeros", new byte[TwoMiB]).Bytes()),
        ["zip cut short"] = () => new ZipFile().File("f", RandomBytes(5_000)).Bytes()[..^200],
        ["zip with a flipped bit"] = () => Damaged(new ZipFile().File("f", RandomBytes(5_000)).Bytes(), 2_000),
        ["zip without entries"] = () => new ZipFile().Bytes(),
    };

    public static IEnumerable<string> Names => Makers.Keys;

    public static byte[] Make(string name) => Makers[name]();

    public static byte[] ManyEntries(int count)
    {
        var tar = new MemoryStream();
        for (var i = 0; i < count; i++)
        {
            tar.Write(RawTarHeader.Make($"f{i}", '0', 0));
        }

        tar.Write(EndOfTar);
        return TarFile.Gzip(tar.ToArray());
    }

    public static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static Dictionary<string, string> Mtime(long seconds) => new(StringComparer.Ordinal) { ["mtime"] = $"{seconds}" };

    private static TarFile Noise() => new TarFile().File("noise", RandomBytes(100_000));

    private static byte[] Damaged(byte[] bytes, int at)
    {
        bytes[at] ^= 0x10;
        return bytes;
    }

    /// <summary>Says in the central directory that the first entry has ten bytes.</summary>
    private static byte[] WithWrongSize(byte[] zip)
    {
        var central = zip.AsSpan().IndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(central + 24), 10);
        return zip;
    }
}
