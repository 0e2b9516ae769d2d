using System.Text.Json;
using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration.Rules;

/// <summary>Targets: names and routers differ, and each can be measured.</summary>
internal static class TargetRules
{
    public static IEnumerable<Finding> Check(BoundFile file, IReadOnlyList<IProvider> providers)
    {
        var targets = file.Items("targets").Select(path => (Path: path, Target: file.Value<TargetPlan>(path))).Where(pair => pair.Target is not null).ToList();
        return
        [
            .. Twice(targets.Select(pair => ($"{pair.Path}.name", pair.Target!.Name)), name => $"the target name '{name}' is given twice — allowed: every name once; rename one of the two"),
            .. Twice(
                targets.Select(pair => ($"{pair.Path}.router", JsonSerializer.Serialize(pair.Target!.Router, ReleaseJson.Options))),
                router => $"the same router is given to two targets: {Quote.Text(router)} — allowed: a router belongs to one target; make one target of the two"),
            .. targets.SelectMany(pair => Unmeasured(pair.Path, pair.Target!, providers)),
        ];
    }

    private static IEnumerable<Finding> Twice(IEnumerable<(string Path, string Value)> all, Func<string, string> message)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return all.Where(item => !seen.Add(item.Value)).Select(item => new Finding(item.Path, message(item.Value)));
    }

    private static IEnumerable<Finding> Unmeasured(string path, TargetPlan target, IReadOnlyList<IProvider> providers)
    {
        if (target.Metrics is null && !Measures(providers.First(provider => provider.Name == target.Router.Provider), target.Router))
        {
            var names = string.Join(", ", providers.Serving(PortKind.Metrics).Select(provider => provider.Name));
            yield return new Finding(
                path,
                $"missing key 'metrics' in '{path}': the router's provider '{target.Router.Provider}' does not measure with these options — allowed: {(names.Length == 0 ? "no provider does" : names)}; add 'metrics:'");
        }
    }

    // without a binding of its own, measuring is done with the router's options
    private static bool Measures(IProvider provider, PortBinding router)
    {
        if (provider.Metrics is not { } offer)
        {
            return false;
        }

        try
        {
            return offer.Options == provider.Router?.Options || router.Options.Deserialize(offer.Options, ReleaseJson.Options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
