using System.IO.Compression;

namespace BlueGreenServerless.Providers.Archives;

/// <summary>Reads every entry of a zip file, because its sizes may lie, and holds it to the rules.</summary>
internal static class ZipCheck
{
    private const int TypeOfFile = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Directory = 0x4000;

    public static async Task RunAsync(Stream zip, ArchiveRules rules, CancellationToken cancellationToken)
    {
        await using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            Check(entry, rules);
            await CountAsync(entry, rules, cancellationToken);
        }

        rules.End();
    }

    private static void Check(ZipArchiveEntry entry, ArchiveRules rules)
    {
        if (((entry.ExternalAttributes >> 16) & TypeOfFile) is not (0 or RegularFile or Directory))
        {
            throw rules.Refuse("a link or device in a zip file cannot be checked", entry.FullName);
        }

        if (entry.FullName.Contains('\\', StringComparison.Ordinal))
        {
            throw rules.Refuse("a name has a backslash", entry.FullName);
        }

        if (entry.FullName.EndsWith('/'))
        {
            rules.Directory(entry.FullName);
        }
        else
        {
            rules.File(entry.FullName);
        }
    }

    private static async Task CountAsync(ZipArchiveEntry entry, ArchiveRules rules, CancellationToken cancellationToken)
    {
        await using var contents = await entry.OpenAsync(cancellationToken);
        var bytes = new byte[81_920];
        var sum = new Crc32();
        while (await contents.ReadAsync(bytes, cancellationToken) is var count && count > 0)
        {
            rules.Count(count);
            sum.Add(bytes.AsSpan(0, count));
        }

        if (sum.Value != entry.Crc32)
        {
            throw rules.Refuse("the check sum of an entry is wrong", entry.FullName);
        }
    }
}
