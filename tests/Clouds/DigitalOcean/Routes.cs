using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean.Answers;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Clouds.DigitalOcean.LoadBalancers;

namespace BlueGreenServerless.Clouds.DigitalOcean;

/// <summary>Every operation that the double knows.</summary>
internal static class Routes
{
    public static IReadOnlyList<ApiRoute> Of(DigitalOceanDouble cloud) =>
    [
        new("account", "get", "GET /v2/account", 200, _ => new JsonObject { ["account"] = new JsonObject { ["droplet_limit"] = 25, ["email"] = "ops@example.com", ["uuid"] = "b6fr89dbf6d9156cace5f3c78dc9851d957381ef", ["status"] = "active" } }),
        new("sizes", "list", "GET /v2/sizes", 200, call => call.Page("sizes", DropletSizes.ToJson())),
        .. Droplets(cloud.Droplets),
        .. Tags(cloud.Droplets),
        .. Balancers(cloud.Balancers),
    ];

    private static IReadOnlyList<ApiRoute> Droplets(DropletCloud droplets) =>
    [
        new("droplets", "list", "GET /v2/droplets", 200, call => call.Page("droplets", droplets.Find(call.Request.Parameter("tag_name"), call.Request.Parameter("name")))),
        new("droplets", "create", "POST /v2/droplets", 202, call => droplets.Create(call.Body())),
        new("droplets", "get", "GET /v2/droplets/{id}", 200, call => new JsonObject { ["droplet"] = droplets.ToJson(droplets.Get(call.Id)) }),
        new("droplets", "delete", "DELETE /v2/droplets/{id}", 204, call => Nothing(() => droplets.Delete(droplets.Get(call.Id)))),
        new("droplets", "delete_by_tag", "DELETE /v2/droplets", 204, call => Nothing(() => droplets.WithTag(call.Request.Parameter("tag_name") ?? "").ToList().ForEach(droplets.Delete))),
        new("droplets", "actions", "GET /v2/droplets/{id}/actions", 200, call => call.Page("actions", droplets.ActionsOf(droplets.Get(call.Id)))),
        new("droplets", "act", "POST /v2/droplets/{id}/actions", 201, call => new JsonObject { ["action"] = droplets.Act(droplets.Get(call.Id), call.Body()["type"]?.ToString() ?? "") }),
        new("droplets", "action", "GET /v2/droplets/{droplet}/actions/{id}", 200, call => new JsonObject { ["action"] = droplets.Action(call.Id) }),
        new("actions", "get", "GET /v2/actions/{id}", 200, call => new JsonObject { ["action"] = droplets.Action(call.Id) }),
    ];

    private static IReadOnlyList<ApiRoute> Tags(DropletCloud droplets) =>
    [
        new("tags", "list", "GET /v2/tags", 200, call => call.Page("tags", droplets.Tags())),
        new("tags", "create", "POST /v2/tags", 201, call => new JsonObject { ["tag"] = droplets.CreateTag(call.Body()["name"]?.ToString() ?? "") }),
        new("tags", "get", "GET /v2/tags/{name}", 200, call => new JsonObject { ["tag"] = droplets.GetTag(call.Parts["name"]) }),
        new("tags", "delete", "DELETE /v2/tags/{name}", 204, call => Nothing(() => droplets.DeleteTag(call.Parts["name"]))),
        new("tags", "tag", "POST /v2/tags/{name}/resources", 204, call => Nothing(() => droplets.ChangeResources(call.Parts["name"], call.Body()["resources"]!.AsArray(), add: true))),
        new("tags", "untag", "DELETE /v2/tags/{name}/resources", 204, call => Nothing(() => droplets.ChangeResources(call.Parts["name"], call.Body()["resources"]!.AsArray(), add: false))),
    ];

    private static IReadOnlyList<ApiRoute> Balancers(BalancerCloud balancers) =>
    [
        new("load_balancers", "list", "GET /v2/load_balancers", 200, call => call.Page("load_balancers", [.. balancers.All.Select(balancers.Read)])),
        new("load_balancers", "create", "POST /v2/load_balancers", 202, call => Wrapped(balancers, balancers.Create(call.Body()))),
        new("load_balancers", "get", "GET /v2/load_balancers/{id}", 200, call => Wrapped(balancers, balancers.Get(call.Parts["id"]))),
        new("load_balancers", "update", "PUT /v2/load_balancers/{id}", 200, call =>
        {
            balancers.Update(balancers.Get(call.Parts["id"]), call.Body());
            return Wrapped(balancers, balancers.Get(call.Parts["id"]));
        }),
        new("load_balancers", "delete", "DELETE /v2/load_balancers/{id}", 204, call => Nothing(() => balancers.Delete(balancers.Get(call.Parts["id"])))),
        new("load_balancers", "add_droplets", "POST /v2/load_balancers/{id}/droplets", 204, call => Nothing(() => balancers.ChangeDroplets(balancers.Get(call.Parts["id"]), Ids(call), add: true))),
        new("load_balancers", "remove_droplets", "DELETE /v2/load_balancers/{id}/droplets", 204, call => Nothing(() => balancers.ChangeDroplets(balancers.Get(call.Parts["id"]), Ids(call), add: false))),
    ];

    private static JsonObject Wrapped(BalancerCloud balancers, BalancerDouble balancer) => new() { ["load_balancer"] = balancers.Read(balancer) };

    private static IEnumerable<long> Ids(ApiCall call) => call.Body()["droplet_ids"]!.AsArray().Select(id => id!.GetValue<long>());

    private static JsonObject? Nothing(Action act)
    {
        act();
        return null;
    }
}
