namespace BlueGreenServerless.Providers.Ssh;

/// <summary>What the ssh client said, in words that tell what to do.</summary>
internal static class SshFault
{
    private static readonly (string Said, string Means)[] Known =
    [
        ("has changed and you have requested strict checking", "has another host key than the known one: it was set up anew, or somebody is in between. Nothing was sent. Compare the fingerprint on the host; if it is right, remove the old key with 'ssh-keygen -R' and add the new one"),
        ("Host key verification failed", "has a host key that is not known. Nothing was sent. Compare its fingerprint on the host and add it to known_hosts, for example with 'ssh-keyscan'"),
        ("Permission denied", "did not let us in. Allowed are keys of your agent, your ssh configuration or 'identityFile'. Add the public key to the user's authorized_keys on the host"),
        ("Too many authentication failures", "did not let us in after too many keys of the agent. Set 'identityFile'"),
        ("Connection refused", "refused the connection: nothing listens on that port. Start its sshd, or correct the port"),
        ("timed out", "did not answer in time. Look at the address, the network and firewalls, or raise 'connectTimeout'"),
        ("Could not resolve hostname", "has a name that cannot be resolved. Correct it, or give the address"),
        ("No route to host", "cannot be reached from here. Look at the address and the network"),
        ("Network is unreachable", "cannot be reached from here. Look at the address and the network"),
        ("Connection closed", "closed the connection before the script began. Look at its sshd's log"),
        ("Connection reset", "closed the connection before the script began. Look at its sshd's log"),
        ("command not found", "has no bash, which runs the script. Install it"),
    ];

    public static string BeforeTheScript(string address, IReadOnlyList<string> lines)
    {
        var said = string.Join('\n', lines);
        var known = Known.FirstOrDefault(fault => said.Contains(fault.Said, StringComparison.OrdinalIgnoreCase)).Means;
        return $"The host '{address}' {known ?? "could not be worked on by ssh. Its last lines tell why; try 'ssh' to it by hand"}.";
    }

    public static string Broken(string address) =>
        $"The connection to '{address}' broke while the script ran; the script was stopped with it. Look at the host and the network, and release again.";
}
