using System.Net;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>A droplet of an environment. It is found by its name, and is ours when it has the environment's mark.</summary>
/// <param name="tag">What routers and hosts find it by.</param>
/// <param name="userData">Gives the user data at the moment of use; null for none.</param>
internal sealed class DropletPart(
    EnvironmentWorld world, string name, Color? color, string tag, DropletShape shape, Func<CancellationToken, Task<string?>> userData) : IEnvironmentPart
{
    /// <summary>For so long a new droplet's tags may not be seen yet. DigitalOcean does not say whether they lag.</summary>
    private static readonly TimeSpan TagLag = TimeSpan.FromMinutes(2);

    /// <summary>Of the other colour: who carries it may have that colour's users. Null where there is none.</summary>
    public string? OtherTag { get; init; }

    public string Kind => "droplet";

    public string Name => name;

    public Color? Color => color;

    /// <remarks>
    /// <list type="table">
    /// <item><term>none of this name</term><description>missing</description></item>
    /// <item><term>one without the mark, new or two minutes old</term><description>coming: its tags may lag</description></item>
    /// <item><term>one without the mark, older</term><description>foreign</description></item>
    /// <item><term>several with the mark</term><description>different: one was made too many</description></item>
    /// <item><term>one with the mark</term><description>coming while it is new; else ready, off or not, or different</description></item>
    /// </list>
    /// </remarks>
    public async Task<PartLook> LookAsync(CancellationToken cancellationToken)
    {
        var named = await world.Droplets.NamedAsync(name, cancellationToken);
        var ours = named.Where(made => made.Has(world.Mark)).ToList();
        return named.Count == 0 ? PartLook.Missing
            : ours.Count == 0 ? named.Any(IsYoung) ? PartLook.Coming("it is there, and its tags are not seen yet.") : Foreign(named[0])
            : ours.Count > 1 ? PartLook.Different(
                $"There are '{ours.Count}' droplets with the name '{name}' and the tag '{world.Mark}'. There must be one. Destroy those without the application: their ids are {string.Join(", ", ours.Select(made => made.Droplet.Id))}.")
            : ours[0].Droplet.Status == "new" ? PartLook.Coming("it is started.")
            : ours[0].DifferenceTo(shape, tag) is { } difference ? Different(difference)
            : PartLook.Ready;
    }

    public Task<MonthlyPrice> PriceAsync(CancellationToken cancellationToken) => world.Sizes.PriceAsync(shape.Size, cancellationToken);

    /// <summary>Looks for the name once more, by itself: the API knows no token against making one twice.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (!await world.Droplets.IsThereAsync(name, cancellationToken))
        {
            var body = DropletRequest.Of(shape, name, await userData(cancellationToken), tag, world.Mark);
            await world.Account.Client.CallAsync($"making the droplet '{name}'", HttpMethod.Post, "/v2/droplets", body, cancellationToken);
        }
    }

    /// <summary>By its id, never by a tag, which would take everything that carries it.</summary>
    public async Task DestroyAsync(CancellationToken cancellationToken)
    {
        world.Droplets.Forget();
        foreach (var made in (await world.Droplets.NamedAsync(name, cancellationToken)).Where(made => made.Has(world.Mark)))
        {
            RefuseOther(made);
            var what = $"destroying the droplet '{name}'";
            var answer = await world.Account.Client.AskAsync(what, HttpMethod.Delete, $"/v2/droplets/{made.Droplet.Id}", null, cancellationToken);
            if (!answer.IsGood && answer.Status != HttpStatusCode.NotFound)
            {
                throw ApiFault.Of(what, answer);
            }
        }

        world.Droplets.Forget();
    }

    /// <exception cref="ProviderRefusedException">It belongs to the other colour by its tag.</exception>
    private void RefuseOther(MadeDroplet made)
    {
        if (OtherTag is { } other && made.Has(other))
        {
            throw new ProviderRefusedException(
                $"The droplet '{name}' ({made.Droplet.Id}) is {color?.Lower()}'s by its name and has the tag '{other}' of the other colour, so it may have users. It must have none to be destroyed. Take the tag off it, and run the command again.");
        }
    }

    private bool IsYoung(MadeDroplet made) => made.Droplet.Status == "new" || (made.Made is { } at && world.Account.Time.GetUtcNow() - at < TagLag);

    private PartLook Foreign(MadeDroplet made) => PartLook.Foreign(
        $"The droplet '{name}' ({made.Droplet.Id}) is there and has no tag '{world.Mark}', so it was not made here. Only what was made here is touched. Rename it, or change 'name' in the file.");

    private PartLook Different(string difference) => PartLook.Different(
        $"The droplet '{name}' has {difference}. It must be as in the file. Change the file back, or destroy it with 'bluegreen provision --destroy{(color is { } own ? $" --color {own.Lower()}" : "")}' and make it anew.");
}
