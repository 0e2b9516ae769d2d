using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

/// <summary>Instances of a Public Cloud project, by the beginning of their names: OVH has no tags.</summary>
internal sealed class OvhFleet(OvhFleetOptions options, OvhClient client) : IFleet
{
    private const string Up = "ACTIVE";

    private static readonly string[] Off = ["SHUTOFF", "STOPPED"];
    private static readonly string[] Away = ["SHELVED", "SHELVED_OFFLOADED"];
    private static readonly string[] Lost = ["DELETED", "DELETING", "SOFT_DELETED", "ERROR"];

    /// <remarks>
    /// <list type="table">
    /// <item><term>as many instances are up as of the live colour</term><description>nothing is done</description></item>
    /// <item><term>some are off or suspended</term><description>started, as many as are missing</description></item>
    /// <item><term>there are not enough</term><description>said; none is made, because a new one would be in no farm or pool</description></item>
    /// </list>
    /// </remarks>
    public async Task<string?> BringToCapacityAsync(Color idle, CancellationToken cancellationToken)
    {
        var all = await ReadAsync(cancellationToken);
        var own = Of(all, idle).Where(instance => !Lost.Contains(instance.Status, StringComparer.Ordinal)).ToList();
        var wanted = Math.Max(1, Of(all, idle.Other()).Count(instance => instance.Status == Up));
        var coming = own.Count(instance => !Off.Contains(instance.Status, StringComparer.Ordinal) && !Away.Contains(instance.Status, StringComparer.Ordinal));
        foreach (var instance in own.Where(instance => Start(instance) is not null).Take(Math.Max(0, wanted - coming)))
        {
            await DoAsync(instance, Start(instance)!, cancellationToken);
        }

        var serving = own.Count(instance => instance.Status == Up);
        return serving >= wanted ? null
            : $"{serving} of {wanted} instances named '{Prefix(idle)}…' up{(own.Count < wanted ? $"; only {own.Count} exist: make more, and add them to the load balancer" : "")}";
    }

    public async Task ScaleInAsync(Color color, CancellationToken cancellationToken)
    {
        foreach (var instance in Of(await ReadAsync(cancellationToken), color).Where(instance => instance.Status == Up).Skip(options.Keep))
        {
            await DoAsync(instance, options.Retire == OvhRetire.Stop ? "stop" : "shelve", cancellationToken);
        }
    }

    private static string? Start(Instance instance) =>
        Off.Contains(instance.Status, StringComparer.Ordinal) ? "start" : Away.Contains(instance.Status, StringComparer.Ordinal) ? "unshelve" : null;

    private string Prefix(Color color) => color == Color.Blue ? options.Blue : options.Green;

    /// <summary>'shop-blue-' is also how 'shop-blue-green-1' begins, a machine of somebody whose application is 'shop-blue': one word follows in ours.</summary>
    private static bool IsOf(string prefix, string name) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && !name[prefix.Length..].TrimStart('-', '_', '.').AsSpan().ContainsAny("-_.");

    private IEnumerable<Instance> Of(IEnumerable<Instance> all, Color color) =>
        all.Where(instance => IsOf(Prefix(color), instance.Name)).OrderBy(instance => instance.Name, StringComparer.Ordinal);

    private async Task<IReadOnlyList<Instance>> ReadAsync(CancellationToken cancellationToken)
    {
        var query = options.Region is { } region ? $"?region={region}" : "";
        var read = await client.CallAsync(OvhRequest.Get($"reading the instances of '{options.Project}'", $"/cloud/project/{options.Project}/instance{query}"), cancellationToken);
        return [.. (read as JsonArray ?? []).OfType<JsonObject>().Select(Instance.Of)];
    }

    /// <summary>An instance that is doing something already is left to do it; the next look asks again.</summary>
    private async Task DoAsync(Instance instance, string verb, CancellationToken cancellationToken)
    {
        var request = OvhRequest.Post($"asking the instance '{instance.Name}' to {verb}", $"/cloud/project/{options.Project}/instance/{instance.Id}/{verb}", null, mayRepeat: true);
        var answer = await client.AnswerAsync(request, cancellationToken);
        if (!answer.IsSuccess && !answer.IsBusy)
        {
            throw OvhError.Of(answer).ToException(request.What);
        }
    }

    private sealed record Instance(string Id, string Name, string Status)
    {
        public static Instance Of(JsonObject read) => new((string?)read["id"] ?? "", (string?)read["name"] ?? "", (string?)read["status"] ?? "UNKNOWN");
    }
}
