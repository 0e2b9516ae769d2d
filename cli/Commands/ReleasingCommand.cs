using System.CommandLine;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Releases an artifact and stays with it to the end.</summary>
internal abstract class ReleasingCommand : HostedCommand
{
    private readonly Argument<string> _artifact = new("artifact") { Description = "The file to release: a .tar.gz, .tar or .zip of one version." };
    private readonly Option<string?> _version = new("--version") { Description = "Its version. Default: from the file's name, shop-2.1.tar.gz is 2.1.", HelpName = "version" };
    private readonly Option<string?> _sha256;
    private readonly Option<bool> _stay = CommonOptions.Stay("Stay until the rollback window closes, watch the new version, and roll back when it goes bad.");
    private readonly Option<string> _by = CommonOptions.By();
    private readonly bool _makesDigest;

    /// <param name="engine">Where it is released when nobody says.</param>
    /// <param name="makesDigest">An artifact that comes without a digest gets one here, where it was built.</param>
    protected ReleasingCommand(string name, string description, string engine, bool makesDigest)
        : base(name, description, engine)
    {
        _makesDigest = makesDigest;
        _sha256 = new("--sha256")
        {
            Description = $"Its SHA-256. Default: from <artifact>.sha256{(makesDigest ? ", or else computed" : "")}.", HelpName = "hex",
        };
        Add(_artifact);
        Add(_version);
        Add(_sha256);
        Add(_stay);
        Add(_by);
    }

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_artifact);
        var digest = parsed.GetValue(_sha256) ?? (_makesDigest ? await ReleaseArguments.MissingDigestAsync(path, cancellationToken) : null);
        var request = await ReleaseRequests.FromAsync(session, path, parsed.GetValue(_version), digest, parsed.GetRequiredValue(_by), cancellationToken);
        await using var machine = MachineSession.Open(session);
        return await machine.RunAsync(token => new ReleaseRun(machine, request, parsed.GetValue(_stay)).RunAsync(token), cancellationToken);
    }
}
