using System.Text.Json;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cdk.Rights;

/// <summary>The files <c>permissions.json</c> of the providers' folders.</summary>
internal static class PermissionFiles
{
    private const string Folder = "permissions/";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Names in the rights that a deployment may say.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Texts().SelectMany(Placeholders.NamesIn).Concat(["secrets", "secretsKey"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, IReadOnlyDictionary<PortKind, IReadOnlyList<Right>>> Read() => Texts()
        .SelectMany(text => JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, List<Right>>>>(text, _json)!)
        .ToDictionary(
            provider => provider.Key,
            provider => (IReadOnlyDictionary<PortKind, IReadOnlyList<Right>>)provider.Value
                .ToDictionary(port => Enum.Parse<PortKind>(port.Key, ignoreCase: true), port => (IReadOnlyList<Right>)port.Value),
            StringComparer.Ordinal);

    private static IEnumerable<string> Texts()
    {
        var assembly = typeof(ProviderRegistry).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
