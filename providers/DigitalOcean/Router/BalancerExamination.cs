using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>What can be known of a managed load balancer before the first release.</summary>
internal sealed class BalancerExamination(ManagedBalancerOptions options, BalancerChanges changes, ColorBackends backends, DigitalOceanAccount account)
{
    /// <summary>The least that a load balancer takes: two checks, one every three seconds.</summary>
    private static readonly TimeSpan ShortestProof = TimeSpan.FromSeconds(6);

    public Task<IReadOnlyList<Diagnosis>> RunAsync(CancellationToken cancellationToken) => Diagnosis.LookAsync(async () =>
    {
        var balancer = await changes.ReadAsync(cancellationToken);
        List<Diagnosis> found = [Diagnosis.Fine($"the load balancer '{balancer.Name}' has '{balancer.Backends}' behind it")];
        found.AddRange(Settings(balancer));
        foreach (var color in Enum.GetValues<Color>())
        {
            found.AddRange(await Diagnosis.LookAsync(() => DropletsAsync(color, cancellationToken)));
        }

        return found;
    });

    private IEnumerable<Diagnosis> Settings(BalancerObject balancer)
    {
        if (balancer.Status != "active")
        {
            yield return Diagnosis.Blocking($"The load balancer '{balancer.Name}' is '{balancer.Status}'. It must be 'active' to take a change. Look at it in the control panel.");
        }

        if (balancer.Check.Path is null)
        {
            yield return Diagnosis.Warning(
                $"The load balancer '{balancer.Name}' checks its droplets by a connection on port '{balancer.Check.Port}'. A process that listens and fails is healthy to it. Let it check by http and a path.");
        }

        if (balancer.Check.Proof > ShortestProof)
        {
            yield return Diagnosis.Warning(
                $"The load balancer '{balancer.Name}' takes '{balancer.Check.Proof.TotalSeconds:0}' s to find a droplet healthy. A switch puts only new ones behind it, and whether those get requests before that is not documented. " +
                $"Set 'check_interval_seconds' to 3 and 'healthy_threshold' to 2, or use the router provider 'digitalocean-droplets'.");
        }

        if (options.PreviewPort is null && balancer.HttpPort is null)
        {
            yield return Diagnosis.Warning(
                $"The load balancer '{balancer.Name}' has no rule that leads to a port by 'http', so there is no preview. Smoke tests and probes need one. Set 'previewPort' to the port of the application.");
        }
    }

    private async Task<IReadOnlyList<Diagnosis>> DropletsAsync(Color color, CancellationToken cancellationToken)
    {
        await backends.OfAsync(color, cancellationToken);
        var droplets = await account.Droplets.RecentAsync(backends.Tag(color), cancellationToken);
        var hidden = droplets.Where(droplet => droplet.IsActive && droplet.Address(options.Network) is null).Select(droplet => droplet.Name).ToList();
        return hidden.Count > 0
            ? [Diagnosis.Blocking(
                $"Droplets of {color.Lower()} have no {options.Network.ToString().ToLowerInvariant()} address: '{string.Join("', '", hidden.Take(3))}'. Health and preview are asked there. Set 'network' to the other one.")]
            : [Diagnosis.Fine($"the tag '{backends.Tag(color)}' of {color.Lower()} is on {droplets.Count(droplet => droplet.IsActive)} active of {droplets.Count} droplets")];
    }
}
