using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Clients;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>The calls of a Public Cloud project that have to do with instances.</summary>
internal sealed class Project(OvhClient client, string project)
{
    private readonly Recent<IReadOnlyList<Instance>> instances = new(client.Time, TimeSpan.FromSeconds(2));
    private readonly Recent<IReadOnlyList<JsonObject>> catalogues = new(client.Time, TimeSpan.FromMinutes(10));

    public string Id => project;

    /// <summary>All instances with that name, in every region: OVH does not keep names apart.</summary>
    public async Task<IReadOnlyList<Instance>> NamedAsync(string name, CancellationToken cancellationToken) =>
        [.. (await instances.ReadAsync("", () => InstancesAsync(cancellationToken))).Where(instance => instance.Name == name && instance.Status is not ("DELETED" or "SOFT_DELETED"))];

    /// <summary>All that have a name of the environment.</summary>
    public async Task<IReadOnlyList<Instance>> MarkedAsync(Mark mark, CancellationToken cancellationToken) =>
        [.. (await instances.ReadAsync("", () => InstancesAsync(cancellationToken))).Where(instance => mark.IsOnHost(instance.Name) && instance.Status is not ("DELETED" or "SOFT_DELETED"))];

    /// <summary>The next look is a new one.</summary>
    public void Forget() => instances.Forget();

    /// <summary>Makes one. Twice would be two: after a lost answer the caller looks what came of it.</summary>
    public async Task MakeAsync(JsonObject body, CancellationToken cancellationToken)
    {
        try
        {
            await client.CallAsync(OvhRequest.Post($"making the instance '{body["name"]}'", $"{Path}/instance", body, mayRepeat: false), cancellationToken);
        }
        finally
        {
            instances.Forget();
        }
    }

    /// <summary>Deletes one. One that is doing something else is left to end that; the next look asks again.</summary>
    public async Task DeleteAsync(Instance instance, CancellationToken cancellationToken)
    {
        try
        {
            var request = OvhRequest.Delete($"deleting the instance '{instance.Name}'", $"{Path}/instance/{instance.Id}");
            var answer = await client.AnswerAsync(request, cancellationToken);
            if (!answer.IsMissing && !answer.IsBusy)
            {
                answer.Json(request.What);
            }
        }
        finally
        {
            instances.Forget();
        }
    }

    /// <summary>One of the project's flavors, images or keys, by id or name; of several with one name the newest.</summary>
    /// <param name="kind"><c>flavor</c>, <c>image</c> or <c>sshkey</c>, as in the API's paths.</param>
    /// <returns>Null when there is none in the region.</returns>
    public async Task<JsonObject?> FindAsync(string kind, string nameOrId, string region, CancellationToken cancellationToken)
    {
        var all = await AllAsync(kind, region, cancellationToken);
        return all.FirstOrDefault(each => (string?)each["id"] == nameOrId)
            ?? all.Where(each => (string?)each["name"] == nameOrId).MaxBy(each => (string?)each["creationDate"] ?? "", StringComparer.Ordinal);
    }

    /// <summary>The same, by its id.</summary>
    /// <exception cref="InvalidRequestException">There is none in the region.</exception>
    public async Task<string> IdAsync(string kind, string nameOrId, string region, CancellationToken cancellationToken) =>
        (string?)(await FindAsync(kind, nameOrId, region, cancellationToken))?["id"] ?? throw new InvalidRequestException(
            $"The project '{project}' has no {kind} '{nameOrId}' in '{region}'. There are: '{string.Join("', '", (await AllAsync(kind, region, cancellationToken))
                .Select(each => (string?)each["name"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(20))}'. Name one of them.");

    private string Path => $"/cloud/project/{project}";

    private Task<IReadOnlyList<JsonObject>> AllAsync(string kind, string region, CancellationToken cancellationToken) =>
        catalogues.ReadAsync($"{kind} {region}", () => ListAsync(kind, region, cancellationToken));

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string kind, string region, CancellationToken cancellationToken) =>
        Objects(await client.CallAsync(OvhRequest.Get($"reading the {kind}s of '{project}' in '{region}'", $"{Path}/{kind}?region={region}"), cancellationToken), kind);

    private async Task<IReadOnlyList<Instance>> InstancesAsync(CancellationToken cancellationToken) =>
        [.. Objects(await client.CallAsync(OvhRequest.Get($"reading the instances of '{project}'", $"{Path}/instance"), cancellationToken), "instance").Select(Instance.Of)];

    private IReadOnlyList<JsonObject> Objects(JsonNode? read, string kind) => read is JsonArray all ? [.. all.OfType<JsonObject>()]
        : throw new ProviderUnavailableException($"OVH answered something else than the {kind}s of '{project}'. It must be a list. It is tried again; look at the endpoint if it lasts.");
}
