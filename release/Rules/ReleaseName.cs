using System.Security.Cryptography;
using System.Text;
using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Rules;

/// <summary>
/// Names that follow from what they name, so that the same request gives the same name. They end with a part of a hash of all that went
/// in, so that two names that were cut or cleaned alike still differ.
/// </summary>
public static class ReleaseName
{
    /// <summary>Room for the suffix of a repeated rollback is left below Step Functions' 80 characters.</summary>
    public const int MaxLength = 76;

    private const int MaxVersion = 24;
    private const int HashLength = 12;
    private const int MaxCommand = 128;

    /// <summary>The release id: app, version and attempt for people; the hash also covers the digest, or the address where none is given.</summary>
    public static string Of(string app, Artifact artifact, int attempt)
    {
        var content = artifact.Sha256?.ToLowerInvariant() ?? artifact.Uri.ToString();
        var hash = Hash(app, artifact.Version, content, attempt.ToString());
        var name = $"{Clean(app, 32)}-{Clean(artifact.Version, MaxVersion)}-{hash}";
        return attempt > 1 ? $"{name}-{(uint)attempt % 100_000}" : name;
    }

    /// <summary>Name of the n-th rollback execution of a release, from 1.</summary>
    public static string OfRollback(string releaseId, int attempt) => attempt == 1 ? releaseId : $"{releaseId}-{attempt}";

    /// <summary>Id of a command on the hosts of a target: release, target, step.</summary>
    public static string OfCommand(string releaseId, string target, string step)
    {
        var name = $"{releaseId}.{target}.{step}";
        return name.Length <= MaxCommand ? name : $"{releaseId}.{Hash(target, step)}.{step}";
    }

    private static string Clean(string text, int length)
    {
        var head = text.Length > length ? text[..length] : text;
        return string.Concat(head.Select(character => char.IsAsciiLetterOrDigit(character) || character == '_' ? character : '-'));
    }

    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..HashLength];
}
