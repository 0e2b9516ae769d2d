using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Secrets;

/// <summary>Reads secrets at the moment of use, wherever they are kept.</summary>
public sealed class SecretReader(IEnumerable<ISecretSource> sources)
{
    private readonly Dictionary<string, ISecretSource> bySource = sources.ToDictionary(source => source.Source, StringComparer.Ordinal);

    /// <summary>With every source of this assembly.</summary>
    public static SecretReader Discover() => new(
        typeof(SecretReader).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISecretSource)))
            .Select(type => (ISecretSource)Activator.CreateInstance(type)!));

    /// <exception cref="Failures.InvalidRequestException">There is no such secret.</exception>
    public Task<string> ReadAsync(SecretReference reference, CancellationToken cancellationToken) =>
        bySource[reference.Source].ReadAsync(reference.Name, cancellationToken);
}
