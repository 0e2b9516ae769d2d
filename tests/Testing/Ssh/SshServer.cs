using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Testing.Ssh;

/// <summary>
/// A real sshd on loopback with keys, configuration, home and cache of its own, and a client configuration by which <c>h1</c>, <c>h2</c>, …
/// <c>h20</c> are that server. <c>refused</c> is a port on which nothing listens. In the user's own home the login shell would read what
/// the user has set up there, for every connection.
/// </summary>
public sealed class SshServer : IAsyncDisposable
{
    private const int Aliases = 20;

    private readonly TemporaryDirectory directory = new();
    private readonly int port = FreePort.Next();
    private readonly IReadOnlyList<string> addresses;
    private Process? server;

    private SshServer(IReadOnlyList<string> addresses) => this.addresses = addresses;

    /// <summary>For the option <c>configFile</c>.</summary>
    public string ClientConfig => directory.Below("client_config");

    /// <summary>The remote side's cache of artifacts.</summary>
    public string Cache => directory.Below("cache");

    private string KnownHosts => directory.Below("known_hosts");

    /// <param name="addresses">Further addresses of 127.0.0.0/8 by which the client reaches that server.</param>
    public static async Task<SshServer> StartAsync(params IReadOnlyList<string> addresses)
    {
        var ssh = new SshServer(addresses);
        Directory.CreateDirectory(ssh.directory.Below("home"));
        await SshKey.MakeAsync(ssh.directory.Below("host_key"));
        await SshKey.MakeAsync(ssh.directory.Below("user_key"));
        await SshKey.MakeAsync(ssh.directory.Below("other_key"));
        File.Copy(ssh.directory.Below("user_key.pub"), ssh.directory.Below("authorized_keys"));
        await File.WriteAllTextAsync(ssh.directory.Below("sshd_config"), ssh.ServerConfiguration());
        await File.WriteAllTextAsync(ssh.ClientConfig, ssh.ClientConfiguration());
        await ssh.KnowAsync("host_key");
        await ssh.ListenAsync();
        return ssh;
    }

    /// <summary>Makes the client believe that the server's key is another one.</summary>
    public Task KnowAnotherKeyAsync() => KnowAsync("other_key");

    public Task KnowNoKeyAsync() => File.WriteAllTextAsync(KnownHosts, "");

    public Task AcceptNobodyAsync() => File.WriteAllTextAsync(directory.Below("authorized_keys"), "");

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        server?.Dispose();
        directory.Dispose();
    }

    private async Task KnowAsync(string key) =>
        await File.WriteAllTextAsync(KnownHosts, "bluegreen-test " + await File.ReadAllTextAsync(directory.Below(key + ".pub")));

    /// <summary>As root, sshd wants the directory that its service file usually makes.</summary>
    private async Task ListenAsync()
    {
        if (Environment.UserName == "root")
        {
            Directory.CreateDirectory("/run/sshd");
        }

        var start = new ProcessStartInfo("/usr/sbin/sshd", ["-D", "-f", directory.Below("sshd_config"), "-E", directory.Below("log")]) { UseShellExecute = false };
        server = Process.Start(start) ?? throw new InvalidOperationException("sshd did not start.");
        await Eventually.HoldsAsync(AnswersAsync);
    }

    private async Task<bool> AnswersAsync()
    {
        if (server!.HasExited)
        {
            throw new InvalidOperationException("sshd ended: " + await File.ReadAllTextAsync(directory.Below("log")));
        }

        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string ServerConfiguration() => $"""
        {string.Join('\n', addresses.Prepend("127.0.0.1").Select(address => $"ListenAddress {address}"))}
        Port {port}
        HostKey {directory.Below("host_key")}
        AuthorizedKeysFile {directory.Below("authorized_keys")}
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        MaxStartups 100
        SetEnv HOME={directory.Below("home")} XDG_CACHE_HOME={Cache}

        """;

    private string ClientConfiguration() => $"""
        Host refused
          Port {FreePort.Next()}
          HostName 127.0.0.1
        Host {string.Join(' ', Enumerable.Range(1, Aliases).Select(number => $"h{number}"))}
          Port {port}
          HostName 127.0.0.1
        Host {string.Join(' ', addresses.Append("none"))}
          Port {port}
        Host *
          HostKeyAlias bluegreen-test
          User {Environment.UserName}
          IdentityFile {directory.Below("user_key")}
          IdentitiesOnly yes
          IdentityAgent none
          UserKnownHostsFile {KnownHosts}
          GlobalKnownHostsFile /dev/null

        """;
}
