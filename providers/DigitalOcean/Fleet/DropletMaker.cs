using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Fleet;

/// <summary>
/// Makes droplets. The API knows no token against making one twice, so each has a name of its own that is looked for first: an answer that
/// was lost leaves one droplet, found by name even while its tag cannot be seen yet.
/// </summary>
internal sealed class DropletMaker(DropletFleetOptions options, DigitalOceanAccount account)
{
    private readonly SecretReader secrets = SecretReader.Discover();

    /// <summary>What was done, in words that follow a sentence.</summary>
    /// <param name="counted">Ids of the droplets that the tag was seen on.</param>
    public async Task<string> MakeAsync(Color color, string tag, IReadOnlyCollection<long> counted, int missing, CancellationToken cancellationToken)
    {
        if (options.Create is not { } template)
        {
            return "; give 'create' to have the missing ones made";
        }

        for (var number = 1; missing > 0; number++)
        {
            var name = $"{template.Name}-{color.Lower()}-{number}";
            if (await FindAsync(name, cancellationToken) is not { } twin)
            {
                await account.Client.CallAsync(
                    $"making the droplet '{name}'", HttpMethod.Post, "/v2/droplets", await BodyAsync(template, name, tag, cancellationToken), cancellationToken);
                missing--;
            }
            else if (twin.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase) && !counted.Contains(twin.Id))
            {
                missing--;
            }
        }

        return "";
    }

    private async Task<Droplet?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await account.Client.ListAsync(
            $"looking for the droplet '{name}'", $"/v2/droplets?name={Uri.EscapeDataString(name)}", "droplets", cancellationToken);
        return found.Count > 0 ? Droplet.Of(found[0]) : null;
    }

    private async Task<JsonObject> BodyAsync(DropletTemplate template, string name, string tag, CancellationToken cancellationToken)
    {
        var userData = template.UserData is { } reference ? await secrets.ReadAsync(reference, cancellationToken) : null;
        return DropletRequest.Of(template, name, userData, tag, DropletFleet.Mark);
    }
}
