using System.Net;
using System.Text;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>Hears what a client would send, and answers it.</summary>
internal sealed class ListeningHandler(Func<HttpRequestMessage, string> answer) : HttpMessageHandler
{
    /// <summary>Of every answer.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    public List<(HttpRequestMessage Request, string Text)> Received { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Received.Add((request, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return new HttpResponseMessage(Status) { Content = new StringContent(answer(request), Encoding.UTF8, "application/json") };
    }
}
