using System.IO.Compression;
using System.Text;

namespace BlueGreenServerless.Testing.Archives;

/// <summary>Builds zip archives, good and hostile ones.</summary>
public sealed class ZipFile
{
    private const int RegularFile = 0x8000;
    private const int SymbolicLink = 0xA000;

    private readonly MemoryStream bytes = new();
    private readonly ZipArchive archive;

    public ZipFile() => archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true);

    public ZipFile File(string name, string text = "text") => Add(name, Encoding.UTF8.GetBytes(text), RegularFile | 0x1A4);

    public ZipFile File(string name, byte[] contents) => Add(name, contents, RegularFile | 0x1A4);

    public ZipFile Link(string name, string target) => Add(name, Encoding.UTF8.GetBytes(target), SymbolicLink | 0x1FF);

    public byte[] Bytes()
    {
        archive.Dispose();
        return bytes.ToArray();
    }

    private ZipFile Add(string name, byte[] contents, int mode)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.ExternalAttributes = mode << 16;
        using var stream = entry.Open();
        stream.Write(contents);
        return this;
    }
}
