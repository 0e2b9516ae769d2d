using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

[Description("An IP Load Balancing service: front-ends, and a farm for each colour. Every farm needs a probe, and every server must use it.")]
public sealed record OvhOptions : OvhPlaceOptions
{
    [Description("The service, for example 'loadbalancer-0123456789abcdef0123456789abcdef' or 'ip-192.0.2.1'.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$")]
    public required string Service { get; init; }

    [Description("Front-ends that carry production traffic. They are moved together.")]
    [Length(1, 20)]
    public required IReadOnlyList<OvhFrontend> Frontends { get; init; }

    [Description("Where the idle colour is requested, for example 'http://www.example.com:8888'. Unset: no preview.")]
    [RegularExpression("^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$", ErrorMessage = "'http://host:port' or 'https://host:port'")]
    public string? PreviewAddress { get; init; }

    [Description("Where production is requested. Needed with 'swap' and 'previewAddress': after the swap the new version answers here.")]
    [RegularExpression("^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$", ErrorMessage = "'http://host:port' or 'https://host:port'")]
    public string? Address { get; init; }

    [Description("Swap: with all the traffic on the new colour the preview shows the old one, published in the same step. Otherwise the preview stays on the new colour until the next release.")]
    public bool Swap { get; init; }

    [Description("Changes that others have staged go live with ours: 'refuse' publishes nothing while there are some, 'restore' only when traffic has to be put back, 'publish' always.")]
    public OvhPending Pending { get; init; } = OvhPending.Refuse;

    [Description("How long one step waits for a change to be live before it is tried again. A stage has a minute.")]
    [Range(typeof(TimeSpan), "00:00:05", "00:00:50")]
    public TimeSpan PublishTimeout { get; init; } = TimeSpan.FromSeconds(45);
}
