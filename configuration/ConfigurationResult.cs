using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration;

/// <summary>What came of reading a file: a configuration, or every fault that it has.</summary>
/// <param name="Configuration">Null exactly when there are faults.</param>
/// <param name="Faults">In the order of the file, at most <see cref="MaxFaults"/> and one that counts the rest.</param>
public sealed record ConfigurationResult(ReleaseConfiguration? Configuration, IReadOnlyList<Fault> Faults)
{
    public const int MaxFaults = 100;

    /// <exception cref="InvalidRequestException">The file has faults; the message has one per line.</exception>
    public ReleaseConfiguration OrThrow() =>
        Configuration ?? throw new InvalidRequestException(string.Join(Environment.NewLine, Faults));
}
