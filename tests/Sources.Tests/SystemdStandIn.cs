using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>
/// Commands for hosts without systemd: <c>sudo</c> that runs the rest, and a <c>systemctl</c> that does what the installed unit says, with
/// the host's directory in place of the unit's.
/// </summary>
internal static class SystemdStandIn
{
    private const string Sudo = """
        #!/bin/bash
        exec "$@"

        """;

    private const string Systemctl = """
        #!/bin/bash
        set -euo pipefail
        unit=$BLUEGREEN_DIRECTORY/c-service.service
        pid=$BLUEGREEN_DIRECTORY/systemd.pid
        case $1 in
          daemon-reload) test -f "$unit" ;;
          start)
            run=$(sed -n "s|^ExecStart=/srv/c-service|$BLUEGREEN_DIRECTORY|p" "$unit")
            log=$BLUEGREEN_DIRECTORY/systemd.log
            env -u BLUEGREEN_DIRECTORY setsid "$run" </dev/null >>"$log" 2>&1 &
            echo $! >"$pid" ;;
          stop)
            [ -f "$pid" ] || exit 0
            kill -TERM "$(cat "$pid")"
            while kill -0 "$(cat "$pid")" 2>/dev/null; do sleep 0.05; done
            rm -f "$pid" ;;
          *) echo "systemctl $1 is not known here" >&2; exit 1 ;;
        esac

        """;

    /// <summary>Puts both into a folder and returns the search path with it in front.</summary>
    public static async Task<string> InstallAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in new[] { ("sudo", Sudo), ("systemctl", Systemctl) })
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, text);
            await SiteProcess.RunAsync("chmod", ["700", path]);
        }

        return $"{folder}:/usr/local/bin:/usr/bin:/bin";
    }
}
