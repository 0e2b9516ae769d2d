using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Archives;

namespace BlueGreenServerless.Providers.Local.Artifacts;

/// <summary>Artifacts that are files of this machine: <c>file:///…</c>.</summary>
public sealed partial class FileArtifacts : IArtifacts
{
    private const int LongestDigestFile = 16_384;

    public async Task<Artifact> VerifyAsync(Artifact artifact, long maxUnpackedBytes, CancellationToken cancellationToken)
    {
        var path = PathOf(artifact.Uri);
        var announced = artifact.Sha256 is { } given ? Checked(given, "announced for " + path) : await ReadDigestAsync(path, cancellationToken);
        var (actual, size) = await DigestAsync(path, cancellationToken);
        if (actual != announced)
        {
            throw new ArtifactRefusedException(
                $"The artifact '{path}' has the SHA-256 '{actual}', not the announced '{announced}'. Only the announced bytes are released. Copy it again, or announce the right digest.");
        }

        await ArchiveCheck.RunAsync(path, path, maxUnpackedBytes, cancellationToken);
        return artifact with { Sha256 = actual, SizeBytes = size };
    }

    private static string PathOf(Uri uri)
    {
        if (!uri.IsAbsoluteUri || !uri.IsFile || uri.Host.Length > 0)
        {
            throw new ArtifactRefusedException($"The artifact '{uri}' is not on this machine. Allowed are file:///… addresses. Download it first and release the file.");
        }

        return File.Exists(uri.LocalPath)
            ? uri.LocalPath
            : throw new ArtifactRefusedException($"The artifact '{uri.LocalPath}' does not exist as a file. Allowed are .tar.gz, .tar, .tar.xz, .tar.zst and .zip files. Build it, or correct the path.");
    }

    private static async Task<(string Digest, long Size)> DigestAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)), file.Length);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ArtifactRefusedException($"The artifact '{path}' cannot be read: {unreadable.Message} It must be a readable file. Correct its rights.", unreadable);
        }
    }

    /// <summary>The digest in <c>&lt;artifact&gt;.sha256</c>: alone, or followed by a name as <c>sha256sum</c> writes it.</summary>
    private static async Task<string> ReadDigestAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path + ".sha256");
        if (!file.Exists)
        {
            throw new ArtifactRefusedException(
                $"The artifact '{path}' has no announced SHA-256. One is needed, given with the request or in '{file.FullName}'. Make it with: sha256sum '{path}' > '{file.FullName}'");
        }

        var text = file.Length <= LongestDigestFile ? await File.ReadAllTextAsync(file.FullName, cancellationToken) : "";
        return Checked(text.Trim().Split((char[])[' ', '\t', '\n', '\r'], 2)[0], "in " + file.FullName);
    }

    private static string Checked(string digest, string where) => Digest().IsMatch(digest)
        ? digest.ToLowerInvariant()
        : throw new ArtifactRefusedException(
            $"The SHA-256 '{(digest.Length > 100 ? digest[..100] : digest)}' {where} is none. Allowed are 64 hexadecimal digits, alone or followed by a file name. Make it with sha256sum.");

    [GeneratedRegex(@"^[0-9A-Fa-f]{64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();
}
