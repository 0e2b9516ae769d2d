using System.Formats.Tar;

namespace BlueGreenServerless.Providers.Archives;

/// <summary>Reads a tar archive as a stream, writing nothing, and holds every entry to the rules.</summary>
internal static class TarCheck
{
    private const int HeaderBytesPerEntry = 3072;

    public static async Task RunAsync(Stream tar, ArchiveRules rules, CancellationToken cancellationToken)
    {
        var limit = rules.MaxBytes + ((long)ArchiveRules.MaxEntries * HeaderBytesPerEntry);
        await using var bounded = new BoundedStream(tar, limit, () => rules.Refuse("it unpacks to more bytes than the allowed", $"{rules.MaxBytes}"));
        await using var reader = new TarReader(bounded);
        while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            Check(entry, rules);
        }

        rules.End();
        await bounded.CopyToAsync(Stream.Null, cancellationToken);
    }

    private static void Check(TarEntry entry, ArchiveRules rules)
    {
        switch (entry.EntryType)
        {
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                rules.Count(entry.Length);
                rules.File(entry.Name);
                break;
            case TarEntryType.Directory:
                rules.Directory(entry.Name);
                break;
            case TarEntryType.SymbolicLink:
                rules.SymbolicLink(entry.Name, entry.LinkName);
                break;
            case TarEntryType.HardLink:
                rules.HardLink(entry.Name, entry.LinkName);
                break;
            case TarEntryType.GlobalExtendedAttributes:
                break;
            default:
                throw rules.Refuse("it has a device, a pipe or something else that is no file, directory or link", $"{entry.Name} ({entry.EntryType})");
        }
    }
}
