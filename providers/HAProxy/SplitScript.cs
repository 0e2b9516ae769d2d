namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Reads or changes the percentage on another machine, in one script: lock, file, running process, both read back.</summary>
internal static class SplitScript
{
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(60);

    /// <param name="percent">Null reads only.</param>
    public static string Render(HaproxyOptions options, int? percent) =>
        BalancerScripts.Head + $$"""
        map={{options.SplitFile.Quoted()}} socket={{options.Socket.Quoted()}} key={{HaproxyConfiguration.SplitKey}} want={{percent}}
        in_file() { sed -n "s/^$key[ \t][ \t]*\([0-9][0-9]*\)\$/\1/p" "$map" 2>/dev/null | head -n 1 || true; }
        in_runtime() { sed -n 's/.*found=yes.* value="\([0-9]*\)".*/\1/p' <<<"$reply"; }
        said=''
        if [[ -n $want ]]; then
          exec 9>>"$map.lock"
          flock -w 20 9 || result unavailable "the lock $map.lock is held by another process"
        fi
        asked "$socket" "get map $map $key"
        if [[ -n $want && $reply == *found=* ]]; then
          before=$reply
          if [[ $(in_file) != "$want" ]]; then
            (umask 022; printf '%s %s\n' "$key" "$want" > "$map.next")
            sync "$map.next"; mv -f "$map.next" "$map"
          fi
          if [[ $(in_runtime) != "$want" ]]; then
            verb=set; [[ $before == *found=no* ]] && verb=add
            asked "$socket" "$verb map $map $key $want"; said=$reply
          fi
          asked "$socket" "get map $map $key"
        fi
        result ok "$(in_file)
        ${said//$'\n'/ }
        $reply"

        """;

    /// <exception cref="Failures.ProviderRefusedException">HAProxy said something to the change, or is not understood.</exception>
    public static SplitReading Reading(HaproxyOptions options, string output)
    {
        var parts = BalancerScripts.After("ok", output).Split('\n', 3);
        if (parts.Length < 3)
        {
            throw RuntimeReply.NotUnderstood("a script on its machine", output);
        }

        RuntimeReply.Silent(parts[1], SplitCommands.Set(options.SplitFile, 0));
        var file = SplitFile.Percent($"{HaproxyConfiguration.SplitKey} {parts[0].Trim()}");
        return new SplitReading(file, RuntimeReply.Percent(parts[2], SplitCommands.Get(options.SplitFile)));
    }
}
