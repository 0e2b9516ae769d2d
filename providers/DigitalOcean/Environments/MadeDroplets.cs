using BlueGreenServerless.Providers.DigitalOcean.Clients;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>All droplets of the account by name: one list for a look at many parts, instead of a call for each.</summary>
internal sealed class MadeDroplets(DigitalOceanAccount account)
{
    /// <summary>Long enough for one look at every part, far too short for two.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);

    private (IReadOnlyList<MadeDroplet> Droplets, long At)? last;

    public async Task<IReadOnlyList<MadeDroplet>> ReadAsync(CancellationToken cancellationToken)
    {
        if (last is { } known && account.Time.GetElapsedTime(known.At) < Fresh)
        {
            return known.Droplets;
        }

        var found = await account.Client.ListAsync("reading the droplets", "/v2/droplets", "droplets", cancellationToken);
        IReadOnlyList<MadeDroplet> droplets = [.. found.Select(MadeDroplet.Of)];
        last = (droplets, account.Time.GetTimestamp());
        return droplets;
    }

    public async Task<IReadOnlyList<MadeDroplet>> NamedAsync(string name, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(cancellationToken)).Where(made => IsNamed(made, name))];

    /// <summary>Asks for this name only, whatever was read a moment ago.</summary>
    public async Task<bool> IsThereAsync(string name, CancellationToken cancellationToken)
    {
        var found = await account.Client.ListAsync($"looking for the droplet '{name}'", $"/v2/droplets?name={Uri.EscapeDataString(name)}", "droplets", cancellationToken);
        return found.Select(MadeDroplet.Of).Any(made => IsNamed(made, name));
    }

    /// <summary>What was read is not true any more.</summary>
    public void Forget() => last = null;

    private static bool IsNamed(MadeDroplet made, string name) => string.Equals(made.Droplet.Name, name, StringComparison.OrdinalIgnoreCase);
}
