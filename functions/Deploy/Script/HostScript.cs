using System.Text;
using System.Text.RegularExpressions;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Deploy.Script;

/// <summary>
/// Puts a host script together: settings as quoted assignments, then the parts (files of this folder, resources of the assembly).
/// Everything is a function until the last line, so a script of which only the beginning arrives does nothing.
/// </summary>
internal static partial class HostScript
{
    /// <summary>Entries that an archive may have.</summary>
    public const int MaxEntries = 200_000;

    private const long MiB = 1024 * 1024;

    /// <summary>Bytes of a tar stream beside the contents: header, long name and padding of each entry.</summary>
    private const long HeaderBytesPerEntry = 3072;

    public static string Render(ReleaseHeader header, InstallPlan install, string settings, params ReadOnlySpan<string> parts)
    {
        var script = new StringBuilder("set -euo pipefail\n").Append(Common(header, install)).Append(settings);
        foreach (var part in parts)
        {
            script.Append('\n').Append(Read(part));
        }

        return script.Append("\nmain\n").ToString();
    }

    private static string Common(ReleaseHeader header, InstallPlan install)
    {
        var maxBytes = install.MaxUnpackedMiB * MiB;
        return $"""
            app={ShellQuote.Quote(header.App)}
            version={ShellQuote.Quote(header.Version)}
            release={ShellQuote.Quote(Checked(header.Id, Id(), "release id", "1 to 80 letters, digits, '-' and '_'"))}
            sha256={ShellQuote.Quote(Checked(header.Artifact.Sha256 ?? "", Digest(), "SHA-256", "64 lower-case hexadecimal digits"))}
            install_directory={ShellQuote.Quote(install.Directory)}
            keep={install.Keep}
            max_entries={MaxEntries}
            max_bytes={maxBytes}
            stream_limit={maxBytes + (MaxEntries * HeaderBytesPerEntry) + MiB}
            lock_wait=600

            """;
    }

    private static string Checked(string value, Regex pattern, string what, string allowed) => pattern.IsMatch(value)
        ? value
        : throw new InvalidRequestException($"The {what} '{value}' cannot be used on a host. Allowed are {allowed}. Start the release through Trigger and Plan, which set it.");

    private static string Read(string part)
    {
        using var stream = typeof(HostScript).Assembly.GetManifestResourceStream($"host-script/{part}")
            ?? throw new InvalidOperationException($"The part '{part}' of the host script is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^[0-9A-Za-z_-]{1,80}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();
}
