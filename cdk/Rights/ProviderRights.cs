using BlueGreenServerless.Functions;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cdk.Rights;

/// <summary>
/// What the functions of a provider may do. Each provider says so itself, in <c>permissions.json</c> of its folder; nothing here names one.
/// A provider without that file reads its own secrets, and its load balancer is reached through hosts.
/// </summary>
public sealed class ProviderRights
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<PortKind, IReadOnlyList<Right>>> _all = PermissionFiles.Read();

    private ProviderRights(IReadOnlyList<string> names) => Names = names;

    /// <summary>Actions that some provider needs on every resource, with the reason that its file gives.</summary>
    public static IReadOnlyDictionary<string, string> OnEverything { get; } =
        _all.Values.SelectMany(ports => ports.Values).SelectMany(rights => rights).Where(right => right.IsOnEverything)
            .SelectMany(right => right.Actions!.Select(action => (action, right.Reason))).DistinctBy(pair => pair.action)
            .ToDictionary(pair => pair.action, pair => pair.Reason, StringComparer.Ordinal);

    /// <summary>Every provider that functions are deployed for.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="names">Providers by name; empty means those that have rights in the cloud.</param>
    /// <exception cref="ArgumentException">There is no provider of a name.</exception>
    public static ProviderRights Of(IReadOnlyList<string> names)
    {
        var known = ProviderRegistry.Discover().All.Select(provider => provider.Name).ToList();
        return names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw new ArgumentException($"There is no provider '{unknown}'. Allowed are {string.Join(", ", known)}. Correct the context 'providers'.", nameof(names))
            : new ProviderRights(names.Count > 0 ? names : [.. _all.Keys.Order(StringComparer.Ordinal)]);
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
        return [.. StagePorts.Of(stage.Name).SelectMany(port => (port == own ? [provider!] : Names).SelectMany(name => Of(name, port, stage.Name))).DistinctBy(Text)];
    }

    private IEnumerable<Right> Of(string provider, PortKind port, string stage) =>
        Listed(provider, port).Where(right => right.Stages is null || right.Stages.Contains(stage, StringComparer.Ordinal)).SelectMany(right => right.Needs switch
        {
            null => [right],
            "hosts" => Names.SelectMany(name => Listed(name, PortKind.Hosts)).Where(command => command.Needs is null),
            "secrets" => SecretRights.Of(right.Folder ?? provider),
            "notes" => NoteRights.Of(right.Folder ?? provider),
            _ => throw new InvalidOperationException($"permissions.json of '{provider}' needs '{right.Needs}'. Allowed are hosts, notes and secrets. Correct it."),
        });

    private static IReadOnlyList<Right> Listed(string provider, PortKind port) =>
        _all.TryGetValue(provider, out var ports) ? ports.GetValueOrDefault(port, [])
            : !Serves(provider, port) ? [] : port == PortKind.Router ? [Right.Hosts, Right.Secrets] : [Right.Secrets];

    /// <summary>A provider's file may leave out a port that it serves, because functions cannot use it.</summary>
    private static bool Serves(string provider, PortKind port) => _all.TryGetValue(provider, out var ports) ? ports.ContainsKey(port) : ServedPorts.Of(provider).Contains(port);

    /// <summary>The same right may come by two ways.</summary>
    private static string Text(Right right) => string.Join(' ', [.. right.Actions ?? [], .. right.Resources ?? []]);
}
