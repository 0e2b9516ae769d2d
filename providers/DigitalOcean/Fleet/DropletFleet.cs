using System.Text.Json.Nodes;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Fleet;

/// <summary>Droplets of each colour by tag.</summary>
internal sealed class DropletFleet(DropletFleetOptions options, DigitalOceanAccount account) : IFleet
{
    /// <summary>Whoever carries this tag was made here and may be destroyed here.</summary>
    public const string Mark = "bluegreen-fleet";

    private readonly DropletMaker maker = new(options, account);

    /// <remarks>
    /// <list type="table">
    /// <item><term>as many active as the live colour has</term><description>nothing is done</description></item>
    /// <item><term>one is off and no action runs on it</term><description>powered on</description></item>
    /// <item><term>too few, whatever their status</term><description>made as 'create' says, under names that are looked for first; without it they are waited for</description></item>
    /// <item><term>otherwise</term><description>waited for; an action that ended in an error is told</description></item>
    /// </list>
    /// </remarks>
    public async Task<string?> BringToCapacityAsync(Color idle, CancellationToken cancellationToken)
    {
        var live = await account.Droplets.ReadAsync(Tag(idle.Other()), cancellationToken);
        var own = await account.Droplets.ReadAsync(Tag(idle), cancellationToken);
        var wanted = Math.Max(1, live.Count(droplet => droplet.IsActive));
        var active = own.Count(droplet => droplet.IsActive);
        if (active >= wanted)
        {
            return null;
        }

        foreach (var off in own.Where(droplet => droplet is { Status: "off", Locked: false }).Take(wanted - active))
        {
            await PowerOnAsync(off, cancellationToken);
        }

        var coming = own.Count(droplet => droplet.Status != "archive");
        var made = coming >= wanted ? "" : await maker.MakeAsync(idle, Tag(idle), [.. own.Select(droplet => droplet.Id)], wanted - coming, cancellationToken);
        return $"{active} of {wanted} droplets with the tag '{Tag(idle)}' active{made}{await ErrorsAsync(own, cancellationToken)}";
    }

    /// <summary>
    /// Destroys only what was made here, one by one: never by tag, which would take everything that carries it, and never one that has the other
    /// colour's tag too, which may serve users.
    /// </summary>
    public async Task ScaleInAsync(Color color, CancellationToken cancellationToken)
    {
        var own = await account.Droplets.ReadAsync(Tag(color), cancellationToken);
        var spare = own.OrderByDescending(droplet => droplet.Id)
            .Where(droplet => droplet.Tags.Contains(Mark, StringComparer.OrdinalIgnoreCase) && !droplet.Tags.Contains(Tag(color.Other()), StringComparer.OrdinalIgnoreCase));
        foreach (var droplet in spare.Take(Math.Max(0, own.Count - options.Keep)).ToList())
        {
            var what = $"destroying the droplet '{droplet.Name}'";
            var answer = await account.Client.AskAsync(what, HttpMethod.Delete, $"/v2/droplets/{droplet.Id}", null, cancellationToken);
            if (!answer.IsGood && answer.Status != System.Net.HttpStatusCode.NotFound)
            {
                throw ApiFault.Of(what, answer);
            }
        }
    }

    private string Tag(Color color) => options.Tag(color);

    private async Task PowerOnAsync(Droplet droplet, CancellationToken cancellationToken)
    {
        var what = $"powering the droplet '{droplet.Name}' on";
        var answer = await account.Client.AskAsync(
            what, HttpMethod.Post, $"/v2/droplets/{droplet.Id}/actions", new JsonObject { ["type"] = "power_on" }, cancellationToken);
        if (!answer.IsGood && !answer.IsBusy)
        {
            throw ApiFault.Of(what, answer);
        }
    }

    private async Task<string> ErrorsAsync(IReadOnlyList<Droplet> own, CancellationToken cancellationToken)
    {
        var errors = "";
        foreach (var droplet in own.Where(droplet => !droplet.IsActive).Take(3))
        {
            var actions = await account.Client.GetAsync($"reading the actions of '{droplet.Name}'", $"/v2/droplets/{droplet.Id}/actions?per_page=1", cancellationToken);
            var last = (actions["actions"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault();
            errors += last?["status"]?.ToString() == "errored" ? $"; the action '{last["type"]}' of '{droplet.Name}' ended in an error, look at it" : "";
        }

        return errors;
    }
}
