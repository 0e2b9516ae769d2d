namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The bash of <see cref="ApplyScript"/>. Constant text; every value is a quoted variable set before it.</summary>
internal static class ApplySteps
{
    public const string Functions =
        """
        next=$config.next
        workers() { sed -n '/^# workers/,/^# \(old\|programs\)/s/^\([0-9][0-9]*\)[ \t]*worker.*/\1/p'; }
        failures() { sed -n 's/.*\[failed: \([0-9]*\)\].*/\1/p' | head -n 1; }
        clean() { if [[ -n $secret ]]; then printf '%s' "${1//"$secret"/***}"; else printf '%s' "$1"; fi; }
        durable() { sync "$1"; mv -f "$1" "$2"; sync "$(dirname "$2")"; }
        refuse() { rm -f "$next"; result "$1" "$2"; }

        # the text with the password in it, readable by nobody else
        write_candidate() {
          local body; body=$(base64 -d <<<"$text")
          if [[ $body == *"$place"* ]]; then
            secret=${BLUEGREEN_STATS_PASSWORD-}
            [[ -z $password_file ]] || secret=$(cat "$password_file") || refuse refused "the password file $password_file cannot be read"
            [[ -n $secret && $secret != *[\'[:cntrl:]]* ]] || refuse refused "the password of the statistics page is empty or has a quote or control character"
            body=${body//"$place"/"$secret"}
          fi
          (umask 077; printf '%s\n' "$body" > "$next") || refuse refused "$next cannot be written"
        }

        # a reload reads the file, so the file must hold what the running process does
        align_map() {
          local percent='' reply=''
          reply=$(ask "$admin" "get map $map $key") && percent=$(sed -n 's/.*found=yes.* value="\([0-9]*\)".*/\1/p' <<<"$reply") || true
          if [[ -z $percent && -e $map ]]; then return; fi
          percent=${percent:-0}
          if [[ ! -e $map || $(sed -n "s/^$key[ \t][ \t]*//p" "$map" | head -n 1) != "$percent" ]]; then
            (umask 022; printf '%s %s\n' "$key" "$percent" > "$map.next"); durable "$map.next" "$map"
          fi
        }

        replace() {
          if [[ -e $config ]]; then
            cp -p "$config" "$config.previous"
            chmod --reference="$config" "$next"; chown --reference="$config" "$next" 2>/dev/null || true
          else
            chmod 644 "$next"
          fi
          if [[ -n $secret ]]; then chmod go-rwx "$next"; fi
          durable "$next" "$config"; replaced=yes
        }

        put_back() {
          if [[ $replaced == yes && -e $config.previous ]]; then cp -p "$config.previous" "$next"; durable "$next" "$config"; fi
        }

        # the master says why in its log only: the file its standard error goes to, or the journal
        last_alerts() {
          local pid log; pid=$(sed -n 's/^\([0-9][0-9]*\)[ \t]*master.*/\1/p' <<<"$1"); log=/proc/$pid/fd/2
          { if [[ -f $log ]]; then tail -n 60 "$log"; else journalctl -q -o cat -n 60 "_PID=$pid" 2>/dev/null; fi; } | grep -a ALERT | tail -n 3 | tr '\n' ' ' || true
        }

        """;

    public const string Main =
        """
        exec 9>>"$map.lock" || result refused "$map.lock cannot be opened"
        flock -w 20 9 || result unavailable "the lock $map.lock is held by another process"
        replaced=no running='' before=''
        if [[ -s $config && $(head -n 1 "$config") != "$ours"* ]]; then result foreign ''; fi
        write_candidate
        if [[ $reload == yes ]]; then
          before=$(ask "$master" "show proc") || refuse unavailable "$before"
          running=$(ask "$admin" "show info" | sed -n 's/^description: bluegreen-//p') || true
        fi
        same=no; if cmp -s "$next" "$config"; then same=yes; fi
        if [[ $same == yes && ( $running == "$digest" || $reload == no ) && -e $map ]]; then refuse unchanged ''; fi
        align_map
        said=$(haproxy -c -f "$next" 2>&1) || refuse invalid "$(clean "$(grep -a ALERT <<<"$said" || printf '%s' "$said")")"
        if [[ $same == yes ]]; then rm -f "$next"; else replace; fi
        if [[ $reload == no ]]; then result installed ''; fi

        old=$(workers <<<"$before")
        ask "$master" reload >/dev/null || true
        SECONDS=0
        while (( SECONDS < 30 )); do
          now=$(ask "$master" "show proc") || now=''
          if [[ $now == '#<PID>'* ]]; then
            if (( $(failures <<<"$now") > $(failures <<<"$before") )); then put_back; result failed "$(clean "$(last_alerts "$now")")"; fi
            new=$(workers <<<"$now")
            info=$(ask "$admin" "show info") || info=''
            if [[ -n $new && $new != "$old" && $info == *"description: bluegreen-$digest"* ]]; then result reloaded ''; fi
          fi
          sleep 0.05
        done
        result unavailable "no new worker came up within 30 s after the reload"

        """;
}
