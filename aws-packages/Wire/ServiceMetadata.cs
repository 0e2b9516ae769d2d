using Amazon.Runtime.Internal;

namespace AwsPackages.Wire;

internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    /// <summary>Only operations whose class name differs from their wire name are listed; none of ours does.</summary>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
