using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>Where one machine keeps what outlives a process: records and lock, journal, and the providers' work.</summary>
/// <param name="Root">Absolute.</param>
public sealed record StateDirectory(string Root)
{
    public const string DefaultName = ".bluegreen";

    /// <summary>Records, lock, signals and audit of every app.</summary>
    public string Store => Path.Combine(Root, "releases.db");

    /// <summary>The journal of the state machines.</summary>
    public string Journal => Path.Combine(Root, "journal.db");

    public string Providers => Path.Combine(Root, "providers");

    /// <summary>The directory that was asked for, or the one beside the user's file; created when it is not there.</summary>
    public static StateDirectory Open(string? asked, string file)
    {
        var root = Path.GetFullPath(asked ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".", DefaultName));
        try
        {
            Directory.CreateDirectory(root);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidRequestException(
                $"The state directory '{root}' cannot be made: {failure.Message} It must be a directory that you may write to. Choose one with --state.", failure);
        }

        return new StateDirectory(root);
    }
}
