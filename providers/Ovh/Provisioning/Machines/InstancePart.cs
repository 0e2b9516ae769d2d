using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>A Public Cloud instance.</summary>
internal sealed class InstancePart(InstanceMachines of, string name, Color? color) : IEnvironmentPart
{
    private readonly Project project = of.Project;

    public string Kind => "instance";

    public string Name => name;

    public Color? Color => color;

    /// <remarks>
    /// <list type="table">
    /// <item><term>none with the name</term><description>missing</description></item>
    /// <item><term>several, or one in another region or with another flavor, or in ERROR</term><description>different</description></item>
    /// <item><term>BUILD and the like, DELETING, or no address yet</term><description>coming</description></item>
    /// <item><term>anything else</term><description>ready: one that a release has shut down or shelved is there, too</description></item>
    /// </list>
    /// </remarks>
    public async Task<PartLook> LookAsync(CancellationToken cancellationToken) => await project.NamedAsync(Name, cancellationToken) switch
    {
        [] => PartLook.Missing,
        [var one] => await LookAsync(one, cancellationToken),
        var several => PartLook.Different(
            $"The project '{project.Id}' has '{several.Count}' instances named '{Name}'. There must be one: it is found by its name. Delete or rename the others."),
    };

    public async Task<MonthlyPrice> PriceAsync(CancellationToken cancellationToken)
    {
        var flavor = await project.FindAsync("flavor", of.Options.Flavor, of.Region, cancellationToken);
        return await of.Prices.OfAsync([(string?)flavor?["planCodes"]?["hourly"]], cancellationToken);
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["name"] = Name,
            ["region"] = of.Region,
            ["flavorId"] = await IdAsync("flavor", of.Options.Flavor, cancellationToken),
            ["imageId"] = await IdAsync("image", of.Options.Image, cancellationToken),
        };
        if (of.Options.SshKey is { } key)
        {
            body["sshKeyId"] = await IdAsync("sshkey", key, cancellationToken);
        }

        if (of.Options.UserData is { } data)
        {
            body["userData"] = await SecretReader.Discover().ReadAsync(data, cancellationToken);
        }

        if (of.Options.Networks.Count > 0)
        {
            body["networks"] = new JsonArray([.. of.Options.Networks.Select(network => (JsonNode)new JsonObject { ["networkId"] = network })]);
        }

        await project.MakeAsync(body, cancellationToken);
    }

    /// <summary>Its address may be given to somebody else's machine, so by then no load balancer may send there any more.</summary>
    public async Task DestroyAsync(CancellationToken cancellationToken)
    {
        foreach (var instance in (await project.NamedAsync(Name, cancellationToken)).Where(instance => !instance.IsGoing))
        {
            await of.BeforeDestroying(cancellationToken);
            await project.DeleteAsync(instance, cancellationToken);
        }
    }

    private Task<string> IdAsync(string kind, string nameOrId, CancellationToken cancellationToken) => project.IdAsync(kind, nameOrId, of.Region, cancellationToken);

    private async Task<PartLook> LookAsync(Instance one, CancellationToken cancellationToken)
    {
        return one.IsGoing || one.IsComing ? Coming($"it is '{one.Status}'")
            : await DifferenceAsync(one, cancellationToken) is { } text ? PartLook.Different(text)
            : one.AddressOf(of.Address) is null ? Coming($"it has no {of.Address.ToString().ToLowerInvariant()} IPv4 address yet") : PartLook.Ready;
    }

    private PartLook Coming(string text)
    {
        project.Forget();
        return PartLook.Coming(text);
    }

    private async Task<string?> DifferenceAsync(Instance one, CancellationToken cancellationToken)
    {
        if (one.IsBroken)
        {
            return $"The instance '{Name}' ('{one.Id}') of '{project.Id}' is in '{one.Status}': OVH could not make or keep it. It must be 'ACTIVE'. Delete it, or destroy its colour, and make it again.";
        }

        if (one.Region != of.Region)
        {
            return $"The instance '{Name}' ('{one.Id}') of '{project.Id}' is in '{one.Region}'. By the file it must be in '{of.Region}'. Correct the file, or destroy its colour and make it again.";
        }

        var flavor = await project.FindAsync("flavor", of.Options.Flavor, of.Region, cancellationToken);
        return flavor is null || one.FlavorId == (string?)flavor["id"] ? null
            : $"The instance '{Name}' ('{one.Id}') of '{project.Id}' has the flavor '{one.FlavorId}'. By the file it must be '{flavor["name"]}' ('{flavor["id"]}'). Correct the file, or destroy its colour and make it again.";
    }
}
