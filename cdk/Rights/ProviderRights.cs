using System.Text.Json;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cdk.Rights;

/// <summary>
/// What the functions of a provider may do. Each provider says so itself, in <c>permissions.json</c> of its folder; nothing here names one.
/// </summary>
public sealed class ProviderRights
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<string, Dictionary<PortKind, List<Right>>> all;

    private ProviderRights(Dictionary<string, Dictionary<PortKind, List<Right>>> all, IReadOnlyList<string> names)
    {
        this.all = all;
        Names = names;
    }

    /// <summary>Actions that some provider needs on every resource, with the reason that its file gives.</summary>
    public static IReadOnlyDictionary<string, string> OnEverything { get; } =
        Read().Values.SelectMany(ports => ports.Values).SelectMany(rights => rights).Where(right => right.Resources.Contains("*", StringComparer.Ordinal))
            .SelectMany(right => right.Actions.Select(action => (action, right.Reason))).DistinctBy(pair => pair.action)
            .ToDictionary(pair => pair.action, pair => pair.Reason, StringComparer.Ordinal);

    /// <summary>Every provider that functions are deployed for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="names">Providers by name; empty means those that have rights in the cloud.</param>
    public static ProviderRights Of(IReadOnlyList<string> names)
    {
        var known = Read();
        return new ProviderRights(known, names.Count > 0 ? names : [.. known.Keys.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The providers that a stage is deployed for: those that serve the port its name ends with.</summary>
    public IReadOnlyList<string> ProvidersOf(StageScope scope) => scope == StageScope.None ? [] :
        [.. Names.Where(name => Serves(name, StagePorts.Of(scope)))];

    /// <summary>The rights of a stage's function: of its own provider, and of every provider that serves the other ports the stage uses.</summary>
    public IReadOnlyList<Right> For(StageEntry stage, string? provider)
    {
        if (stage.Scope == StageScope.None)
        {
            return [];
        }

        var own = StagePorts.Of(stage.Scope);
        var rights = StagePorts.Of(stage.Name).SelectMany(port => port == own ? Of(provider!, port) : Names.SelectMany(name => Of(name, port)));
        return [.. rights.Where(right => right.Stages is null || right.Stages.Contains(stage.Name, StringComparer.Ordinal)).Distinct()];
    }

    private static Dictionary<string, Dictionary<PortKind, List<Right>>> Read()
    {
        var assembly = typeof(ProviderRegistry).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith("permissions/", StringComparison.Ordinal))
            .Select(name => JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, List<Right>>>>(assembly.GetManifestResourceStream(name)!, _json)!)
            .SelectMany(file => file)
            .ToDictionary(provider => provider.Key, provider => provider.Value.ToDictionary(port => Enum.Parse<PortKind>(port.Key, ignoreCase: true), port => port.Value), StringComparer.Ordinal);
    }

    /// <summary>A router without rights of its own has a load balancer that is reached through hosts.</summary>
    private IEnumerable<Right> Of(string provider, PortKind port) =>
        all.TryGetValue(provider, out var ports) ? ports.GetValueOrDefault(port, [])
            : port == PortKind.Router ? Names.Where(all.ContainsKey).SelectMany(name => Of(name, PortKind.Hosts)) : [];

    private bool Serves(string name, PortKind port) =>
        all.TryGetValue(name, out var ports) ? ports.ContainsKey(port)
            : ProviderRegistry.Discover().All.Any(provider => provider.Name == name && Offers(provider, port));

    private static bool Offers(IProvider provider, PortKind port) => port switch
    {
        PortKind.Router => provider.Router is not null,
        PortKind.Hosts => provider.Hosts is not null,
        PortKind.Fleet => provider.Fleet is not null,
        _ => provider.Metrics is not null,
    };
}
