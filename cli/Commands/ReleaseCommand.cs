using System.CommandLine;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Releases an artifact and stays with it to the end.</summary>
internal sealed class ReleaseCommand : AppCommand
{
    private readonly Argument<string> _artifact = new("artifact") { Description = "The file to release: a .tar.gz, .tar or .zip of one version." };
    private readonly Option<string?> _version = new("--version") { Description = "Its version. Default: from the file's name, shop-2.1.tar.gz is 2.1.", HelpName = "version" };
    private readonly Option<string?> _sha256 = new("--sha256") { Description = "Its SHA-256. Default: from <artifact>.sha256.", HelpName = "hex" };
    private readonly Option<bool> _stay = CommonOptions.Stay("Stay until the rollback window closes, watch the new version, and roll back when it goes bad.");
    private readonly Option<string> _by = CommonOptions.By();

    public ReleaseCommand()
        : base("release", "Releases an artifact to the idle colour, proves it, moves the traffic and watches.")
    {
        Add(_artifact);
        Add(_version);
        Add(_sha256);
        Add(_stay);
        Add(_by);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = await ReleaseRequests.FromAsync(
            session, parsed.GetRequiredValue(_artifact), parsed.GetValue(_version), parsed.GetValue(_sha256), parsed.GetRequiredValue(_by), cancellationToken);
        await using var machine = MachineSession.Open(session);
        return await machine.RunAsync(token => new ReleaseRun(machine, request, parsed.GetValue(_stay)).RunAsync(token), cancellationToken);
    }
}
