using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Archives;

/// <summary>
/// What an archive may hold: files, directories and links that stay inside, so many entries and so many bytes. The host script checks the
/// same rules again before it unpacks.
/// </summary>
internal sealed class ArchiveRules(string archive, long maxBytes)
{
    public const int MaxEntries = 200_000;

    private readonly List<(string Path, bool IsLink)> entries = [];
    private readonly HashSet<string> links = new(StringComparer.Ordinal);
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private long bytes;

    public long MaxBytes => maxBytes;

    public void Count(long more)
    {
        bytes += more;
        if (bytes > maxBytes)
        {
            throw Refuse("it unpacks to more bytes than the allowed", $"{maxBytes}");
        }
    }

    public void Directory(string name) => Add(name, isLink: false, mayBeRoot: true);

    public void File(string name) => files.Add(Add(name, isLink: false, mayBeRoot: false));

    public void HardLink(string name, string target)
    {
        RefuseUnclear(name, target, " link to ");
        if (target.StartsWith('/') || Normal(target) is not { } file || !files.Contains(file))
        {
            throw Refuse("a hard link does not name an earlier file of the archive", $"{name} link to {target}");
        }

        files.Add(Add(name, isLink: false, mayBeRoot: false));
    }

    public void SymbolicLink(string name, string target)
    {
        RefuseUnclear(name, target, " -> ");
        var path = Add(name, isLink: true, mayBeRoot: false);
        if (LeadsOut(path, target))
        {
            throw Refuse("a link leads out of the release", $"{name} -> {target}");
        }

        if (!links.Add(path))
        {
            throw Refuse("a link is there twice", path);
        }
    }

    /// <summary>What can be said only when all entries are known.</summary>
    public void End()
    {
        if (entries.Count == 0)
        {
            throw Refuse("it is empty", archive);
        }

        foreach (var (path, isLink) in entries)
        {
            if (!isLink && links.Contains(path))
            {
                throw Refuse("an entry has the name of a link", path);
            }

            for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            {
                if (links.Contains(path[..slash]))
                {
                    throw Refuse("an entry lies behind a link", path);
                }
            }
        }
    }

    public ArtifactRefusedException Refuse(string why, string value, Exception? inner = null) => new(
        $"The artifact '{archive}' is refused: {why}: '{(value.Length > 200 ? value[..200] : value)}'. Allowed are files, directories and links inside it. Build it without that and release again.", inner);

    private string Add(string name, bool isLink, bool mayBeRoot)
    {
        if (name.StartsWith('/'))
        {
            throw Refuse("it has an absolute path", name);
        }

        var path = Normal(name) ?? throw Refuse("a path goes up by '..'", name);
        if (path.Length == 0 && !mayBeRoot)
        {
            throw Refuse("it has an entry without a name", name);
        }

        entries.Add((path, isLink));
        return entries.Count <= MaxEntries ? path : throw Refuse("it has more entries than the allowed", $"{MaxEntries}");
    }

    /// <summary>The host's list of the archive shows a link as two names with such a word between them.</summary>
    private void RefuseUnclear(string name, string target, string word)
    {
        if (name.Contains(word, StringComparison.Ordinal) || target.Contains(word, StringComparison.Ordinal))
        {
            throw Refuse("a link has an unclear name", name);
        }
    }

    /// <summary>The path without empty and "." parts; null when any part goes up.</summary>
    private static string? Normal(string path)
    {
        var parts = path.Split('/').Where(part => part is not ("" or ".")).ToList();
        return parts.Contains("..") ? null : string.Join('/', parts);
    }

    /// <summary>A target may begin with as many ".." as its link is deep, and go only down after that: then no chain of links leads out.</summary>
    private static bool LeadsOut(string path, string target)
    {
        var depth = path.Count(character => character == '/');
        var parts = target.Split('/').Where(part => part is not ("" or ".")).ToList();
        var ups = parts.TakeWhile(part => part == "..").Count();
        return target.Length == 0 || target.StartsWith('/') || ups > depth || parts.Skip(ups).Contains("..");
    }
}
