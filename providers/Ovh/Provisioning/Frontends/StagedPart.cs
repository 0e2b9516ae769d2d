using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>An object of the service that is found again by its display name. It costs nothing: the service is paid for.</summary>
internal abstract class StagedPart(StagedService service, Mark mark, string kind, string name, Color? color) : IEnvironmentPart
{
    public string Kind => kind;

    public string Name => name;

    public Color? Color => color;

    protected StagedService Service => service;

    public async Task<PartLook> LookAsync(CancellationToken cancellationToken) => await FoundAsync(cancellationToken) switch
    {
        [] => await ObstacleAsync(cancellationToken) is { } obstacle ? PartLook.Foreign(obstacle)
            : await WaitsForAsync(cancellationToken) is { } users ? PartLook.Different(users) : PartLook.Missing,
        [var one] => await DifferenceAsync(one, cancellationToken) is { } difference
            ? PartLook.Different($"The {kind} '{name}' ('{one.Path}') of '{service.Api.Service}' {difference} Correct one of them, or destroy it and make it again.") : PartLook.Ready,
        var several => PartLook.Different(
            $"'{service.Api.Service}' has '{several.Count}' times a {kind} '{name}' ('{string.Join("', '", several.Select(each => each.Path))}'). There must be one: it is found by its name. Rename or delete the others."),
    };

    public Task<MonthlyPrice> PriceAsync(CancellationToken cancellationToken) => Task.FromResult(MonthlyPrice.Nothing);

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var collection = await CollectionAsync(cancellationToken) ?? throw NotYet();
        var body = await BodyAsync(cancellationToken);
        body["displayName"] = name;
        await service.AddAsync(collection, body, cancellationToken);
    }

    public async Task DestroyAsync(CancellationToken cancellationToken)
    {
        if (await CollectionAsync(cancellationToken) is not { } collection)
        {
            return;
        }

        // read anew: somebody may have taken the name off it meanwhile, and then it is not ours any more
        foreach (var one in (await service.FreshAsync(collection, cancellationToken)).Where(each => each.Name == name))
        {
            await RefuseLossAsync(one, cancellationToken);
            await service.RemoveAsync(one.Path, cancellationToken);
        }
    }

    /// <summary>Where it is; null as long as there is no such place.</summary>
    protected abstract Task<string?> CollectionAsync(CancellationToken cancellationToken);

    /// <summary>All but its name.</summary>
    protected abstract Task<JsonObject> BodyAsync(CancellationToken cancellationToken);

    /// <summary>How it is not as the file says, as the end of a sentence about it; null when it is.</summary>
    protected abstract Task<string?> DifferenceAsync(StagedObject found, CancellationToken cancellationToken);

    /// <summary>What stands in the way of making it, in four parts; null for nothing.</summary>
    protected virtual Task<string?> ObstacleAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Why it is not made now though nothing is in its way, in four parts; null for nothing.</summary>
    protected virtual Task<string?> WaitsForAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>What goes with it when it is deleted, as in the API's paths; null for nothing.</summary>
    protected virtual string? Children => null;

    /// <summary>It needs something that is not there yet, or not any more; looked for again.</summary>
    protected ProviderUnavailableException NotYet() =>
        new($"The {kind} '{name}' of '{service.Api.Service}' cannot be made before what it belongs to. That must be there first. It is tried again; look for somebody else who changes the service.");

    /// <exception cref="ProviderRefusedException">Something that was not made here would go with it.</exception>
    private async Task RefuseLossAsync(StagedObject found, CancellationToken cancellationToken)
    {
        var children = Children is null ? [] : await service.FreshAsync($"{found.Path}/{Children}", cancellationToken);
        if (children.FirstOrDefault(child => !mark.IsOn(child.Name)) is { } other)
        {
            throw new ProviderRefusedException(
                $"The {kind} '{name}' ('{found.Path}') of '{service.Api.Service}' has the {Children} '{other.Path}' ('{other.Name}'), which was not made here. " +
                $"What is deleted must have no other {Children}s. Delete it by hand, and run the command again.");
        }
    }

    private async Task<IReadOnlyList<StagedObject>> FoundAsync(CancellationToken cancellationToken) =>
        await CollectionAsync(cancellationToken) is { } collection
            ? [.. (await service.ListAsync(collection, cancellationToken)).Where(each => each.Name == name)] : [];
}
