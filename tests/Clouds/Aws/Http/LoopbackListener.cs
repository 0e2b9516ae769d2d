using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Clouds.Aws.Http;

/// <summary>An HTTP server on a free port of 127.0.0.1.</summary>
public sealed class LoopbackListener : IAsyncDisposable
{
    private readonly WebApplication web;

    private LoopbackListener(WebApplication web) => this.web = web;

    /// <summary>With a port and without a slash at the end.</summary>
    public Uri Url => new(web.Urls.First());

    /// <param name="port">0: any free one.</param>
    /// <param name="answer">Null closes the connection without an answer.</param>
    public static async Task<LoopbackListener> StartAsync(int port, Func<WireRequest, CancellationToken, Task<WireAnswer?>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
        });
        var server = builder.Build();
        server.Run(context => ServeAsync(context, answer));
        await server.StartAsync();
        return new LoopbackListener(server);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await web.StopAsync(patience.Token);
        await web.DisposeAsync();
    }

    private static async Task ServeAsync(HttpContext context, Func<WireRequest, CancellationToken, Task<WireAnswer?>> answer)
    {
        var request = await ReadAsync(context);
        SearchedRequests.Search(request);
        if (await answer(request, context.RequestAborted) is { } given)
        {
            await WriteAsync(context.Response, given);
        }
        else
        {
            context.Abort();
        }
    }

    private static async Task<WireRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var cut = target.IndexOf('?', StringComparison.Ordinal);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new WireRequest(context.Request.Method, cut < 0 ? target : target[..cut], cut < 0 ? "" : target[(cut + 1)..], headers, body.ToArray());
    }

    private static async Task WriteAsync(HttpResponse response, WireAnswer answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Status is not (204 or 304))
        {
            response.ContentLength = answer.AnnouncedLength ?? answer.Body.Length;
        }

        if (answer.Body.Length > 0)
        {
            await response.Body.WriteAsync(answer.Body);
        }
    }
}
