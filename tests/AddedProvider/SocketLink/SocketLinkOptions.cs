using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Providers.SocketLink;

[Description("A symbolic link to the socket of the live colour, on the host of the web server.")]
public sealed record SocketLinkOptions
{
    private const string PathPattern = "^/[A-Za-z0-9._/-]{1,100}$";
    private const string PathForm = "an absolute path of at most 101 letters, digits, '.', '_', '-' and '/'";

    [Description("The link that the web server passes requests to. It must not keep its connections there for later requests ('option http-server-close' of HAProxy).")]
    [RegularExpression(PathPattern, ErrorMessage = PathForm)]
    public required string Link { get; init; }

    [Description("Socket of blue's application.")]
    [RegularExpression(PathPattern, ErrorMessage = PathForm)]
    public required string Blue { get; init; }

    [Description("Socket of green's application.")]
    [RegularExpression(PathPattern, ErrorMessage = PathForm)]
    public required string Green { get; init; }

    [Description("Another link, which is put on the idle colour so that it can be tested. Unset: no preview.")]
    [RegularExpression(PathPattern, ErrorMessage = PathForm)]
    public string? PreviewLink { get; init; }

    [Description("Where the web server answers with what is behind 'previewLink'.")]
    [RegularExpression("^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$", ErrorMessage = "'http://host:port' or 'https://host:port'")]
    public string? PreviewAddress { get; init; }

    [Description("How the host of the web server is reached: a hosts binding that names exactly one host under 'hosts'.")]
    public required PortBinding Through { get; init; }

    /// <exception cref="InvalidRequestException">They cannot be used together.</exception>
    internal SocketLinkOptions Checked() =>
        Blue == Green || Blue == Link || Green == Link || (PreviewLink ?? "") == Link
            ? throw new InvalidRequestException($"The options of 'socket-link' cannot be used: 'link' is '{Link}', 'blue' '{Blue}', 'green' '{Green}', 'previewLink' '{PreviewLink}': all must differ. Give each a path of its own.")
        : PreviewLink is null != PreviewAddress is null
            ? throw new InvalidRequestException($"The options of 'socket-link' cannot be used: 'previewLink' is '{PreviewLink}' and 'previewAddress' '{PreviewAddress}': allowed are both or neither. Add the other one.")
        : this;
}
