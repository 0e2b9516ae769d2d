namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>The user data of a droplet for a load balancer of one's own, where the file has none.</summary>
internal static class BalancerUserData
{
    /// <summary>
    /// Installs HAProxy on Debian or Ubuntu and leaves it stopped, without the distribution's configuration: <c>bluegreen setup</c> writes
    /// ours and does not replace one that it did not write. The service stays enabled, so that it comes back after a restart.
    /// </summary>
    public const string Default =
        """
        #!/bin/sh
        set -e
        export DEBIAN_FRONTEND=noninteractive
        apt-get -o DPkg::Lock::Timeout=300 update
        apt-get -o DPkg::Lock::Timeout=300 install -y haproxy
        systemctl stop haproxy
        [ ! -e /etc/haproxy/haproxy.cfg ] || mv /etc/haproxy/haproxy.cfg /etc/haproxy/haproxy.cfg.packaged

        """;
}
