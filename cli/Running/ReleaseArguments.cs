using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BlueGreenServerless.Cli.Commands;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Rules;

namespace BlueGreenServerless.Cli.Running;

/// <summary>The artifact that the user names, checked before anything is opened.</summary>
internal static partial class ReleaseArguments
{
    private static readonly string[] _endings = [".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".tar", ".zip"];

    /// <param name="version">Null: read from the file's name, <c>perl-shop-2.tar.gz</c> brings version 2.</param>
    /// <param name="sha256">Null: read from <c>&lt;artifact&gt;.sha256</c>.</param>
    public static Artifact Artifact(string app, string path, string? version, string? sha256)
    {
        var full = Existing(path);
        var named = version ?? VersionOf(app, Path.GetFileName(full));
        VersionRule.Check(named);
        // the address of the file, not its path: a path would come back from JSON as a relative address
        return new Artifact(new Uri(new Uri(full).AbsoluteUri), named, sha256 is null ? null : Digest(sha256));
    }

    /// <summary>The version in an artifact's file name: what follows the app's name, or the last '-' before a digit.</summary>
    public static string VersionOf(string app, string fileName)
    {
        var stem = Stem(fileName);
        if (stem.StartsWith(app + "-", StringComparison.Ordinal) && stem.Length > app.Length + 1)
        {
            return stem[(app.Length + 1)..];
        }

        var match = AfterDash().Match(stem);
        return match.Success ? match.Groups["version"].Value : throw new InvalidRequestException(
            $"The file name '{AppNames.Short(fileName)}' has no version in it. Names like 'shop-2.1.tar.gz' have; name it with --version otherwise.");
    }

    /// <summary>The digest of a file that comes with none; null when it has its <c>.sha256</c>, or is not there.</summary>
    public static async Task<string?> MissingDigestAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || File.Exists(path + ".sha256"))
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private static string Existing(string path)
    {
        if (path.Length is 0 or > 4096 || path.Any(char.IsControl))
        {
            throw new InvalidRequestException($"The artifact '{Printable(path)}' cannot be a path. Paths have 1 to 4096 characters and no control characters. Name a file.");
        }

        return File.Exists(path) ? Path.GetFullPath(path) : throw new InvalidRequestException(
            $"There is no artifact '{Printable(path)}'. An artifact is a file: a .tar.gz, .tar or .zip of one version. Build it first, or correct the path.");
    }

    private static string Digest(string sha256) => Sha256().IsMatch(sha256) ? sha256.ToLowerInvariant() : throw new InvalidRequestException(
        $"The digest '{Printable(sha256)}' is not a SHA-256. It has 64 hexadecimal digits. 'sha256sum <artifact>' prints it.");

    private static string Stem(string fileName)
    {
        var ending = _endings.FirstOrDefault(known => fileName.EndsWith(known, StringComparison.OrdinalIgnoreCase));
        return ending is null ? fileName : fileName[..^ending.Length];
    }

    private static string Printable(string text) => AppNames.Short(string.Concat(text.Select(character => char.IsControl(character) ? '?' : character)));

    [GeneratedRegex(@"-(?<version>v?\d[^/]*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterDash();

    [GeneratedRegex("^[0-9A-Fa-f]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256();
}
