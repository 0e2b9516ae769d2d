using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

[Description("A Public Cloud Load Balancer: listeners, and a pool for each colour. Every pool needs a health monitor.")]
public sealed record OvhCloudOptions : OvhPlaceOptions
{
    internal const string ProjectId = "^[0-9A-Za-z]{1,64}$";
    internal const string RegionName = "^[A-Za-z0-9-]{1,32}$";

    [Description("Id of the Public Cloud project.")]
    [RegularExpression(ProjectId)]
    public required string Project { get; init; }

    [Description("Region of the load balancer, for example 'GRA11'.")]
    [RegularExpression(RegionName)]
    public required string Region { get; init; }

    [Description("Id of the load balancer.")]
    [RegularExpression(OvhListener.Id, ErrorMessage = "a UUID")]
    public required string LoadBalancer { get; init; }

    [Description("Listeners that carry production traffic. They are moved together.")]
    [Length(1, 20)]
    public required IReadOnlyList<OvhListener> Listeners { get; init; }

    [Description("Where the idle colour is requested, for example 'http://www.example.com:8888'. Unset: no preview.")]
    [RegularExpression("^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$", ErrorMessage = "'http://host:port' or 'https://host:port'")]
    public string? PreviewAddress { get; init; }

    [Description("How long one step waits while the load balancer is busy with a change, before it is tried again.")]
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <exception cref="InvalidRequestException">They cannot be used; the message lists every fault.</exception>
    internal OvhCloudOptions Checked()
    {
        _ = Endpoint is { } endpoint ? OvhEndpoint.Of(endpoint) : null;
        List<string> faults =
        [
            .. Listeners.Count == 0 ? ["'listeners' is empty: give the id of at least one listener, its pools beside it."] : Array.Empty<string>(),
            .. Listeners.SelectMany(each => each.PreviewPaths.Append(each.Path)).GroupBy(path => path, StringComparer.OrdinalIgnoreCase).Where(twice => twice.Skip(1).Any())
                .Select(twice => $"'{twice.Key}' is named twice: each listener and policy may be production or preview of one entry only."),
            .. Listeners.Where(each => new[] { each.Blue, each.Green, each.Canary }.OfType<string>().GroupBy(pool => pool, StringComparer.OrdinalIgnoreCase).Any(twice => twice.Skip(1).Any()))
                .Select(each => $"The listener '{each.Listener}' names a pool twice: blue, green and canary must differ."),
            .. PreviewAddress is { } address && !Listeners.Any(each => each.PreviewPaths.Any())
                ? [$"'previewAddress' is '{address}', but no listener has 'preview' or 'previewPolicy': nothing would lead there. Give one."] : Array.Empty<string>(),
        ];
        return faults.Count == 0 ? this : throw new InvalidRequestException($"The options of 'ovh-cloud' cannot be used: {string.Join(" ", faults)}");
    }
}
