using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Probing;

/// <summary>Sends one request on a connection of its own, as a new user would.</summary>
public sealed class HttpProbe(TimeProvider time) : IHttpProbe, IDisposable
{
    private const int MaxBody = 64 * 1024;

    /// <summary>No pooling: a connection that is a second old is not reused, and <c>Connection: close</c> ends it after the answer.</summary>
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseHeadersLength = 64,
    });

    public async Task<ProbeAnswer> GetAsync(
        Uri uri, IReadOnlyDictionary<string, string> headers, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = Request(uri, headers);
            using var response = await client.SendAsync(request, either.Token);
            return new ProbeAnswer((int)response.StatusCode, await BodyAsync(response, either.Token), null, time.GetElapsedTime(begin));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProbeAnswer(null, "", $"no whole answer within {timeout.TotalSeconds:0.###} s", time.GetElapsedTime(begin));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or FormatException or NotSupportedException)
        {
            return new ProbeAnswer(null, "", Innermost(fault), time.GetElapsedTime(begin));
        }
    }

    public void Dispose() => client.Dispose();

    private static HttpRequestMessage Request(Uri uri, IReadOnlyDictionary<string, string> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.ConnectionClose = true;
        request.Headers.UserAgent.ParseAdd("bluegreen-probe");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxBody];
        var length = await stream.ReadAtLeastAsync(buffer, MaxBody, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string Innermost(Exception fault) => fault.GetBaseException().Message;
}
