using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreenServerless.Clouds.DigitalOcean.Answers;

namespace BlueGreenServerless.Clouds.DigitalOcean.Droplets;

/// <summary>All droplets, their tags and their actions.</summary>
public sealed partial class DropletCloud
{
    private readonly Lock gate = new();
    private readonly DigitalOceanDoubleOptions options;
    private readonly List<DropletDouble> droplets = [];
    private readonly List<DropletAction> actions = [];
    private readonly HashSet<long> applied = [];
    private long next = 3_164_444;
    private int number;

    internal DropletCloud(DigitalOceanDoubleOptions options) => this.options = options;

    /// <summary>The next so many actions end in an error.</summary>
    public int FailingActions { get; set; }

    /// <summary>Is told of every change of droplets and tags.</summary>
    internal Action Changed { get; set; } = () => { };

    public IReadOnlyList<DropletDouble> All
    {
        get
        {
            lock (gate)
            {
                droplets.ForEach(Settle);
                return [.. droplets];
            }
        }
    }

    /// <summary>Makes a droplet that is there already.</summary>
    public DropletDouble Add(string name, params string[] with)
    {
        lock (gate)
        {
            return Make(name, [], with, "active");
        }
    }

    public IReadOnlyList<DropletDouble> WithTag(string tag) => [.. All.Where(droplet => droplet.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))];

    internal IReadOnlyList<JsonObject> Find(string? tag, string? name)
    {
        if (tag is not null && name is not null)
        {
            throw ApiException.Unprocessable("tag_name and name cannot be combined");
        }

        return [.. All.Where(droplet => Has(droplet, options.ListLag) && (tag is null || (IsTagged(droplet) && droplet.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))) && (name is null || string.Equals(droplet.Name, name, StringComparison.OrdinalIgnoreCase))).Select(ToJson)];
    }

    internal JsonObject ToJson(DropletDouble droplet)
    {
        lock (gate)
        {
            Settle(droplet);
            return droplet.ToJson(IsLocked(droplet), IsTagged(droplet));
        }
    }

    internal DropletDouble Get(long id) => All.FirstOrDefault(droplet => droplet.Id == id) ?? throw ApiException.NotFound();

    internal JsonObject Create(JsonObject request)
    {
        var names = request["names"] is JsonArray many ? many.Select(each => each!.ToString()).ToList() : [request["name"]?.ToString() ?? ""];
        if (request["size"] is { } size && !DropletSizes.Has(size.ToString()))
        {
            throw ApiException.Unprocessable("You specified an invalid size for Droplet creation.");
        }

        if (names.Count > 10 || names.Exists(name => !DropletName().IsMatch(name)) || request["size"] is null || request["image"] is null)
        {
            throw ApiException.Unprocessable("Name is invalid, or size or image is missing.");
        }

        lock (gate)
        {
            var wanted = (request["tags"] as JsonArray ?? []).Select(tag => tag!.ToString()).ToArray();
            var made = names.Select(name => Make(name, request.DeepClone().AsObject(), wanted, "new")).ToList();
            var links = new JsonArray([.. made.Select(droplet => Link(Begin(droplet, "create")))]);
            Changed();
            var answer = new JsonObject { ["links"] = new JsonObject { ["actions"] = links } };
            answer[names.Count == 1 && request["names"] is null ? "droplet" : "droplets"] = request["names"] is null
                ? made[0].ToJson(locked: true, IsTagged(made[0])) : new JsonArray([.. made.Select(droplet => droplet.ToJson(locked: true, IsTagged(droplet)))]);
            return answer;
        }
    }

    public void Delete(DropletDouble droplet)
    {
        lock (gate)
        {
            droplets.Remove(droplet);
        }

        Changed();
    }

    internal JsonObject Act(DropletDouble droplet, string type)
    {
        lock (gate)
        {
            Settle(droplet);
            return IsLocked(droplet) ? throw ApiException.PendingEvent()
                : type is not ("power_on" or "power_off" or "shutdown" or "reboot" or "power_cycle") ? throw ApiException.Unprocessable("The type is not known.")
                : Begin(droplet, type).ToJson(options.Clock.GetUtcNow());
        }
    }

    internal IReadOnlyList<JsonObject> ActionsOf(DropletDouble droplet)
    {
        lock (gate)
        {
            return [.. actions.Where(action => action.DropletId == droplet.Id).Reverse().Select(action => action.ToJson(options.Clock.GetUtcNow()))];
        }
    }

    internal JsonObject Action(long id)
    {
        lock (gate)
        {
            return actions.Find(action => action.Id == id)?.ToJson(options.Clock.GetUtcNow()) ?? throw ApiException.NotFound();
        }
    }

    private DropletDouble Make(string name, JsonObject request, string[] with, string status)
    {
        var droplet = status == "new"
            ? new DropletDouble(next++, name, number++) { Status = status, Request = request, Made = options.Clock.GetUtcNow() }
            : new DropletDouble(next++, name, number++) { Status = status, Request = request };
        droplet.Tags.AddRange(with.Select(Known));
        droplets.Add(droplet);
        return droplet;
    }

    private DropletAction Begin(DropletDouble droplet, string type)
    {
        var now = options.Clock.GetUtcNow();
        var action = new DropletAction(next++, type, droplet.Id, now, now + options.ActionTime, FailingActions > 0);
        FailingActions = Math.Max(0, FailingActions - 1);
        actions.Add(action);
        return action;
    }

    private void Settle(DropletDouble droplet)
    {
        var now = options.Clock.GetUtcNow();
        foreach (var action in actions.Where(action => action.DropletId == droplet.Id && !action.Fails && action.IsOver(now) && applied.Add(action.Id)))
        {
            droplet.Status = action.Type is "power_off" or "shutdown" ? "off" : "active";
        }
    }

    private bool IsTagged(DropletDouble droplet) => Has(droplet, options.TagLag);

    private bool Has(DropletDouble droplet, TimeSpan lag) => lag == TimeSpan.Zero || options.Clock.GetUtcNow() - droplet.Made >= lag;

    private bool IsLocked(DropletDouble droplet) => actions.Exists(action => action.DropletId == droplet.Id && !action.IsOver(options.Clock.GetUtcNow()));

    private static JsonObject Link(DropletAction action) => new() { ["id"] = action.Id, ["rel"] = "create", ["href"] = $"https://api.digitalocean.com/v2/actions/{action.Id}" };

    [GeneratedRegex(@"^[a-zA-Z0-9]?[a-z0-9A-Z.\-]*[a-z0-9A-Z]\z", RegexOptions.None, 1000)]
    private static partial Regex DropletName();
}
