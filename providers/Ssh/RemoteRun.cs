using System.Text;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Ssh;

/// <summary>
/// The other end of a connection: takes the artifact when it has not got it, then the script, and runs it in a process group of its own.
/// Standard input stays open while the script runs; when it ends early, because the connection broke or was cancelled, the
/// group is killed. One connection per host and run.
/// </summary>
internal static class RemoteRun
{
    /// <summary>Everything before this line is what the login shell had to say.</summary>
    public const string HasArtifact = "bluegreen:ready";
    public const string WantsArtifact = "bluegreen:send";

    /// <summary>What a script's own 255 becomes, because 255 is how ssh tells that it failed itself.</summary>
    public const int InsteadOf255 = 254;

    private const string Text = """
        mask=$(umask)
        umask 077
        digest=$1 size=$2 length=$3 limit=$4
        artifact=
        if [ -n "$digest" ]; then
          store=${XDG_CACHE_HOME:-$HOME/.cache}/bluegreen
          artifact=$store/$digest
          mkdir -p "$store" || exit 73
          if [ -f "$artifact" ] && [ "$(sha256sum <"$artifact")" = "$digest  -" ]; then
            touch "$artifact"
            echo bluegreen:ready
          else
            find "$store" -type f -mtime +7 -delete
            echo bluegreen:send
            head -c "$size" >"$artifact.$$"
            if [ "$(sha256sum <"$artifact.$$")" != "$digest  -" ]; then
              rm -f "$artifact.$$"
              echo "The artifact did not arrive whole in $store: is the disk full?" >&2
              exit 74
            fi
            mv -f "$artifact.$$" "$artifact"
          fi
        else
          echo bluegreen:ready
        fi
        script=$(head -c "$length")
        export BLUEGREEN_ARTIFACT=$artifact
        if [ -z "$artifact" ]; then unset BLUEGREEN_ARTIFACT; fi
        umask "$mask"
        exec 3<&0
        set -m
        timeout -k 5 "$limit" bash -s <<<"$script" 3<&- &
        job=$!
        { cat <&3 >/dev/null; kill -KILL -- -$job; } 2>/dev/null >/dev/null &
        watch=$!
        exec 3<&- 2>/dev/null
        wait $job
        code=$?
        kill -KILL -- -$watch
        if [ $code = 255 ]; then code=254; fi
        exit $code
        """;

    /// <summary>One word for any login shell: bash with the text and its arguments.</summary>
    public static string Command(HostCommand command, string script)
    {
        string[] arguments =
        [
            command.Artifact?.Sha256 ?? "", $"{command.Artifact?.SizeBytes ?? 0}", $"{Encoding.UTF8.GetByteCount(script)}", $"{(long)Math.Ceiling(command.Deadline.TotalSeconds) + 30}",
        ];
        return $"exec bash -c {ShellQuote.Quote(Text)} bluegreen {string.Join(' ', arguments.Select(ShellQuote.Quote))}";
    }
}
