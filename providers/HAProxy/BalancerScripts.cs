using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// What every script for HAProxy's machine begins with, and how its output is read: the first line is the result's word, the last
/// one is <c>end</c>, what is between belongs to the word. Perl speaks to the socket because every Debian has it; socat and nc are often missing.
/// </summary>
internal static class BalancerScripts
{
    public const string Head =
        """
        set -euo pipefail
        export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"
        result() { printf '%s\n' "$1" "${2-}" end; exit 0; }
        ask() {
          perl -MIO::Socket::UNIX -e '
            $SIG{ALRM} = sub { print "no answer on $ARGV[0] within 5 s"; exit 3 }; alarm 5;
            my $s;
            for (1 .. 50) { # for a moment of every reload nobody listens on the socket of the master
              $s = IO::Socket::UNIX->new(Peer => $ARGV[0]) and last;
              $!{ECONNREFUSED} or last;
              select undef, undef, undef, 0.02;
            }
            unless ($s) { my $denied = $!{EACCES}; print "$ARGV[0]: $!"; exit($denied ? 4 : 3) }
            print $s "$ARGV[1]\n"; $s->flush; shutdown($s, 1); local $/; my $reply = <$s>; print $reply // "";
          ' "$1" "$2"
        }
        asked() { local code=0; reply=$(ask "$1" "$2") || code=$?
          case $code in 0) ;; 4) result refused "$reply";; *) result unavailable "$reply";; esac; }

        """;

    /// <summary>What follows the word <paramref name="wanted"/>.</summary>
    /// <exception cref="ProviderUnavailableException">The script said 'unavailable'.</exception>
    /// <exception cref="ProviderRefusedException">The script said anything else.</exception>
    public static string After(string wanted, string output)
    {
        output = output.TrimEnd();
        if (!output.EndsWith("\nend", StringComparison.Ordinal))
        {
            throw RuntimeReply.NotUnderstood("a script on its machine", output);
        }

        output = output[..^"\nend".Length];
        var end = output.IndexOf('\n', StringComparison.Ordinal);
        var (word, rest) = end < 0 ? (output.Trim(), "") : (output[..end].Trim(), output[(end + 1)..]);
        return word == wanted ? rest
            : word == "unavailable" ? throw new ProviderUnavailableException($"HAProxy cannot be reached: {rest.Head()}. Check that it runs and has this socket.")
            : word == "refused" ? throw new ProviderRefusedException($"HAProxy's machine refused: {rest.Head()}. Run as a user who may open the socket and write the files.")
            : throw RuntimeReply.NotUnderstood("a script on its machine", output);
    }
}
