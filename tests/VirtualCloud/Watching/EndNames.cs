using BlueGreenServerless.Failures;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.VirtualCloud.Watching;

/// <summary>Names that a release may fail with: why it was taken back, a failure of ours that is no bug, what Step Functions itself says, and the bug of the test.</summary>
internal static class EndNames
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(
        typeof(Reason).GetFields().Select(field => field.Name)
            .Concat(typeof(ReleaseException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReleaseException))).Select(type => type.Name))
            .Concat(["States.Timeout", nameof(InjectedBugException)]),
        StringComparer.Ordinal);
}
