using System.CommandLine;
using BlueGreenServerless.Cli.Folder;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>Releases every new artifact of a folder, and keeps the guard of the rollback window meanwhile.</summary>
internal sealed class WatchFolderCommand : AppCommand
{
    private readonly Argument<string> _directory = new("directory") { Description = "Where artifacts arrive, each with its <artifact>.sha256." };

    public WatchFolderCommand()
        : base("watch-folder", "Releases each artifact that arrives in a folder with its .sha256, and guards the rollback window.") => Add(_directory);

    protected override async Task<int> RunAsync(AppSession session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var directory = Existing(parsed.GetRequiredValue(_directory));
        var configuration = ReleaseRequests.Configuration(session.File);
        await using var machine = MachineSession.Open(session);
        return await machine.RunAsync(token => new FolderWatch(machine, directory, configuration).RunAsync(token), cancellationToken);
    }

    private static string Existing(string directory) => Directory.Exists(directory) ? Path.GetFullPath(directory) : throw new InvalidRequestException(
        $"There is no directory '{AppNames.Short(directory)}'. watch-folder needs one that artifacts are put into. Make it, or correct the path.");
}
