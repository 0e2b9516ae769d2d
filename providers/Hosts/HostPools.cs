using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Hosts;

/// <summary>The hosts of both colours, and others that belong to neither (a load balancer's own).</summary>
internal sealed partial class HostPools
{
    private readonly List<Host> blue;
    private readonly List<Host> green;
    private readonly List<Host> all;

    /// <exception cref="InvalidRequestException">Two hosts have one name, settings belong to no host, or a variable has no usable name.</exception>
    public HostPools(IEnumerable<Host> blue, IEnumerable<Host> green, IEnumerable<Host> others, IReadOnlyDictionary<string, HostSettings> settings)
    {
        this.blue = [.. blue.Select(host => With(host, settings))];
        this.green = [.. green.Select(host => With(host, settings))];
        all = [.. this.blue, .. this.green, .. others.Select(host => With(host, settings))];
        Check(settings);
    }

    /// <param name="color">Null means every host.</param>
    public IReadOnlyList<Host> Of(Color? color) => color switch { Color.Blue => blue, Color.Green => green, _ => all };

    private static Host With(Host host, IReadOnlyDictionary<string, HostSettings> settings) => settings.TryGetValue(host.Name, out var own)
        ? host with { Directory = own.Directory ?? host.Directory, Environment = own.Env }
        : host;

    private void Check(IReadOnlyDictionary<string, HostSettings> settings)
    {
        if (all.GroupBy(host => host.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new InvalidRequestException($"Two hosts have the name '{twice.Key}'. Names must differ. Give one another name: 'name=...'.");
        }

        var names = all.Select(host => host.Name).ToHashSet(StringComparer.Ordinal);
        if (settings.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new InvalidRequestException($"The settings of '{unknown}' belong to no host. Hosts are {Listed(names)}. Correct the name.");
        }

        foreach (var variable in settings.Values.SelectMany(own => own.Env.Keys).Where(name => !Variable().IsMatch(name)))
        {
            throw new InvalidRequestException($"The variable '{variable}' cannot be set. Allowed are letters, digits and '_', no digit first, and not BLUEGREEN_. Rename it.");
        }

        foreach (var directory in all.Select(host => host.Directory).Where(directory => directory is not null && !directory.StartsWith('/')))
        {
            throw new InvalidRequestException($"The directory '{directory}' of a host is not absolute. Allowed are paths that begin with '/'. Write it out.");
        }
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal).Take(10).Select(name => $"'{name}'"));

    [GeneratedRegex(@"^(?!BLUEGREEN_)[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
