using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Running;

/// <summary>What the process ends with. The one place that maps failures to exit codes; docs/commands.md lists them.</summary>
public static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The user's input or environment must change first.</summary>
    public const int Input = 1;

    /// <summary>The release did not succeed: rolled back or abandoned.</summary>
    public const int NotReleased = 2;

    /// <summary>Refused for now: locked, frozen, or too late.</summary>
    public const int Refused = 3;

    /// <summary>A fault of ours.</summary>
    public const int Bug = 70;

    /// <summary>Stopped by Ctrl-C or SIGTERM; what ran can be resumed.</summary>
    public const int Interrupted = 130;

    private static readonly Dictionary<string, int> ByName = new(StringComparer.Ordinal)
    {
        [nameof(ArtifactRefusedException)] = Input,
        [nameof(InvalidRequestException)] = Input,
        [nameof(NotSupportedByTargetException)] = Input,
        [nameof(ProviderRefusedException)] = Input,
        [nameof(ProviderUnavailableException)] = Input,
        [nameof(ReleaseNotFoundException)] = Input,
        [nameof(TrafficMixedException)] = Input,
        [nameof(EnvironmentInUseException)] = Refused,
        [nameof(LockLostException)] = Refused,
        [nameof(ReleaseFrozenException)] = Refused,
        [nameof(ReleaseLockedException)] = Refused,
        [nameof(RollbackRefusedException)] = Refused,
        [nameof(OperationCanceledException)] = Interrupted,
        [nameof(TaskCanceledException)] = Interrupted,
        [nameof(IOException)] = Input,
        [nameof(FileNotFoundException)] = Input,
        [nameof(DirectoryNotFoundException)] = Input,
        [nameof(UnauthorizedAccessException)] = Input,
    };

    public static int Of(Exception failure) => OfName(failure.GetType().Name);

    /// <summary>The code for an exception's class name, which is what a failed execution keeps of it.</summary>
    public static int OfName(string name) => ByName.GetValueOrDefault(name, Bug);

    /// <summary>Every class name that has a code; a test holds it against release/Failures.</summary>
    public static IReadOnlyCollection<string> KnownNames => ByName.Keys;
}
