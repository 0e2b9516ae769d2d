using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace BlueGreenServerless.Testing.Archives;

/// <summary>Builds tar archives entry by entry, good and hostile ones.</summary>
public sealed class TarFile
{
    private readonly MemoryStream bytes = new();
    private readonly TarWriter writer;

    public TarFile() => writer = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true);

    public TarFile File(string name, string text = "text", UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite) =>
        File(name, Encoding.UTF8.GetBytes(text), mode);

    public TarFile File(string name, byte[] contents, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite) =>
        Add(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(contents), Mode = mode });

    public TarFile Directory(string name) =>
        Add(new PaxTarEntry(TarEntryType.Directory, name) { Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute });

    public TarFile Link(string name, string target) => Add(new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target });

    public TarFile HardLink(string name, string target) => Add(new PaxTarEntry(TarEntryType.HardLink, name) { LinkName = target });

    public TarFile Special(TarEntryType type, string name) => Add(new PaxTarEntry(type, name));

    public TarFile Add(TarEntry entry)
    {
        writer.WriteEntry(entry);
        return this;
    }

    public byte[] Bytes()
    {
        writer.Dispose();
        return bytes.ToArray();
    }

    public byte[] Gzipped() => Gzip(Bytes());

    public static byte[] Gzip(byte[] contents)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(contents);
        }

        return packed.ToArray();
    }
}
