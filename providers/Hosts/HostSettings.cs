using System.ComponentModel;

namespace BlueGreenServerless.Providers.Hosts;

[Description("What one host has of its own.")]
public sealed record HostSettings
{
    [Description("Install directory on this host. Unset: install.directory.")]
    public string? Directory { get; init; }

    [Description("Environment variables of the hooks on this host, for example PORT. No secrets.")]
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
