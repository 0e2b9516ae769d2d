namespace BlueGreenServerless.Cli.Hosting;

/// <summary>Which host, as options and environment say.</summary>
/// <param name="Engine">One of <see cref="Hosts.Names"/>.</param>
/// <param name="State">Directory of the host that is this machine; null for the one beside the file.</param>
/// <param name="Deployment">Prefix of a deployment in a cloud; null for the usual one.</param>
/// <param name="Profile">Profile of the cloud's own configuration; null: the environment decides.</param>
/// <param name="Region">Region of the cloud; null: environment or profile decide.</param>
internal sealed record HostChoice(string Engine, string? State = null, string? Deployment = null, string? Profile = null, string? Region = null)
{
    public static HostChoice OneMachine(string? state) => new(Hosts.Local, state);
}
