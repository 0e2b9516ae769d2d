using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>An object of a Public Cloud Load Balancer that is found again by its name. It costs nothing: the load balancer is what is paid for.</summary>
internal abstract class CloudPart(RegionObjects objects, string kind, string name, Color? color) : IEnvironmentPart
{
    public string Kind => kind;

    public string Name => name;

    public Color? Color => color;

    protected RegionObjects Objects => objects;

    public async Task<PartLook> LookAsync(CancellationToken cancellationToken) => await FoundAsync(cancellationToken) switch
    {
        [] => await ObstacleAsync(cancellationToken) is { } obstacle ? PartLook.Foreign(obstacle)
            : await WaitsForAsync(cancellationToken) is { } users ? PartLook.Different(users) : PartLook.Missing,
        [var one] => await LookAsync(one, cancellationToken),
        var several => PartLook.Different($"There are '{several.Count}' times a {kind} '{name}'. There must be one: it is found by its name. Rename or delete the others."),
    };

    public Task<MonthlyPrice> PriceAsync(CancellationToken cancellationToken) => Task.FromResult(MonthlyPrice.Nothing);

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var collection = await CollectionAsync(cancellationToken) ?? throw NotYet();
        await objects.AddAsync(collection, await BodyAsync(cancellationToken), cancellationToken);
    }

    public async Task DestroyAsync(CancellationToken cancellationToken)
    {
        objects.Forget();
        var collection = await CollectionAsync(cancellationToken);
        foreach (var one in (await FoundAsync(cancellationToken)).Where(each => (string?)each["provisioningStatus"] != "deleting"))
        {
            await RefuseLossAsync(one, cancellationToken);
            await objects.RemoveAsync($"{collection}/{one["id"]}", cancellationToken);
        }
    }

    /// <summary>Where it is made and deleted, below the region; null as long as there is no such place.</summary>
    protected abstract Task<string?> CollectionAsync(CancellationToken cancellationToken);

    /// <summary>All that could be it.</summary>
    protected abstract Task<IReadOnlyList<JsonObject>> CandidatesAsync(CancellationToken cancellationToken);

    protected abstract Task<JsonObject> BodyAsync(CancellationToken cancellationToken);

    /// <summary>How it is not as the file says, as the end of a sentence about it; null when it is.</summary>
    protected abstract Task<string?> DifferenceAsync(JsonObject found, CancellationToken cancellationToken);

    /// <summary>What stands in the way of making it, in four parts; null for nothing.</summary>
    protected virtual Task<string?> ObstacleAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Why it is not made now though nothing is in its way, in four parts; null for nothing.</summary>
    protected virtual Task<string?> WaitsForAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Refuses to delete it when something that was not made here would go with it.</summary>
    protected virtual Task RefuseLossAsync(JsonObject found, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>It needs something that is not there yet, or not any more; looked for again.</summary>
    protected ProviderUnavailableException NotYet() =>
        new($"The {kind} '{name}' cannot be made before what it belongs to. That must be there first. It is tried again; look for somebody else who changes the load balancer.");

    /// <summary>In the words of the API: creating, updating, active, deleting, error.</summary>
    private async Task<PartLook> LookAsync(JsonObject one, CancellationToken cancellationToken) => (string?)one["provisioningStatus"] switch
    {
        "creating" or "deleting" or "deleted" => objects.Coming(one),
        "error" => PartLook.Different($"The {kind} '{name}' ('{one["id"]}') is in '{one["provisioningStatus"]}': OVH could not make it. It must be 'active'. Delete it, and run the command again."),
        _ when await DifferenceAsync(one, cancellationToken) is { } difference =>
            PartLook.Different($"The {kind} '{name}' ('{one["id"]}') {difference} Correct one of them, or destroy it and make it again."),
        _ => PartLook.Ready,
    };

    private async Task<IReadOnlyList<JsonObject>> FoundAsync(CancellationToken cancellationToken) =>
        [.. (await CandidatesAsync(cancellationToken)).Where(each => (string?)each["name"] == name)];
}
