using System.IO.Compression;
using System.Text;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Artifacts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>
/// What Run Command gives a node to run: fetches the artifact, sets the variables, and runs the script with bash. The script travels packed, because
/// Run Command replaces <c>{{ … }}</c> in what it is given. Exit codes of its own: 66 artifact not to be had, 69 tool missing.
/// </summary>
internal static class NodeScript
{
    public static List<string> Lines(HostCommand command, string? region)
    {
        List<string> lines =
        [
            "#!/bin/bash",
            $"# BlueGreenServerless: {command.Id}",
            "if [ -z \"${BASH_VERSION:-}\" ]; then exec bash \"$0\"; fi",
            "set -euo pipefail",
            "work=$(mktemp -d -p \"${TMPDIR:-/var/tmp}\" bluegreen-XXXXXXXX)",
            "trap 'rm -rf -- \"$work\"' EXIT",
            "export BLUEGREEN_HOST=${AWS_SSM_INSTANCE_ID:-$(hostname)}",
            .. command.Color is { } color ? [$"export BLUEGREEN_COLOR={ShellQuote.Quote(color.Lower())}"] : Array.Empty<string>(),
            .. command.Artifact is { } artifact ? Fetch(S3Address.Parse(artifact.Uri), region) : [],
            .. Packed(command.Script),
            "bash -s <\"$work/script\"",
        ];
        return lines;
    }

    private static string[] Fetch(S3Address artifact, string? region)
    {
        string[] arguments =
        [
            "aws", "s3api", "get-object", .. region is null ? Array.Empty<string>() : ["--region", region],
            "--bucket", artifact.Bucket, "--key", artifact.Key, .. artifact.VersionId is { } version ? ["--version-id", version] : Array.Empty<string>(),
        ];
        return
        [
            "command -v aws >/dev/null || { echo \"bluegreen: This host has no 'aws', which fetches the artifact. Install the AWS command line.\"; exit 69; }",
            "export BLUEGREEN_ARTIFACT=$work/artifact",
            $"{string.Join(' ', arguments.Select(ShellQuote.Quote))} \"$BLUEGREEN_ARTIFACT\" >/dev/null ||",
            "  { echo \"bluegreen: The artifact could not be fetched from S3. The role of this host must be allowed s3:GetObject and s3:GetObjectVersion on it.\"; exit 66; }",
        ];
    }

    private static IEnumerable<string> Packed(string script)
    {
        var text = Convert.ToBase64String(Compressed(script));
        yield return "base64 -d <<'BLUEGREEN' | gzip -dc >\"$work/script\"";
        foreach (var line in text.Chunk(120))
        {
            yield return new string(line);
        }

        yield return "BLUEGREEN";
    }

    private static byte[] Compressed(string script)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.UTF8.GetBytes(script));
        }

        return packed.ToArray();
    }
}
