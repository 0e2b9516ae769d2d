using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ssh;

/// <summary>
/// Arguments of the ssh client. The first value of an option wins (ssh_config(5)), so what must hold comes first and neither the
/// user's options nor the configuration file can loosen it.
/// </summary>
internal sealed partial class SshArguments
{
    private readonly SshOptions options;

    /// <exception cref="InvalidRequestException">An option is not of the form Name=value.</exception>
    public SshArguments(SshOptions options)
    {
        this.options = options;
        if (options.Options.FirstOrDefault(option => !Option().IsMatch(option)) is { } wrong)
        {
            throw new InvalidRequestException($"The ssh option '{wrong}' cannot be used. Allowed is 'Name=value', as in ssh_config. Correct it.");
        }
    }

    /// <param name="remote">The command for the user's login shell on the host.</param>
    public IReadOnlyList<string> For(SshAddress host, string remote) =>
    [
        "-T",
        "-o", "BatchMode=yes",
        "-o", "StrictHostKeyChecking=yes",
        "-o", $"ConnectTimeout={(int)Math.Ceiling(options.ConnectTimeout.TotalSeconds)}",
        "-o", "ServerAliveInterval=15",
        "-o", "ServerAliveCountMax=3",
        "-o", "ControlMaster=no",
        "-o", "ClearAllForwardings=yes",
        "-o", "PermitLocalCommand=no",
        "-o", "EscapeChar=none",
        "-o", "LogLevel=ERROR",
        .. options.Options.SelectMany(option => (string[])["-o", option]),
        .. options.ConfigFile is { } file ? (string[])["-F", file] : [],
        .. options.IdentityFile is { } key ? (string[])["-i", key, "-o", "IdentitiesOnly=yes"] : [],
        .. (host.User ?? options.User) is { } user ? (string[])["-l", user] : [],
        .. host.Port is { } port ? (string[])["-p", $"{port}"] : [],
        "--", host.Address, remote,
    ];

    [GeneratedRegex(@"^[A-Za-z]+=[^\p{Cc}]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
