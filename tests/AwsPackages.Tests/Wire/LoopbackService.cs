using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>An HTTP service on 127.0.0.1 that keeps what it is asked and answers what the test says.</summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<int, CapturedRequest, Answer> _answer;
    private readonly Task _serving;

    private LoopbackService(HttpListener listener, string url, Func<int, CapturedRequest, Answer> answer)
    {
        (_listener, Url, _answer) = (listener, url, answer);
        _serving = ServeAsync();
    }

    public string Url { get; }

    public List<CapturedRequest> Requests { get; } = [];

    public CapturedRequest Request => Assert.Single(Requests);

    public static LoopbackService Answering(Answer answer) => Answering((_, _) => answer);

    /// <summary>The answers in turn; the last one again and again.</summary>
    public static LoopbackService Answering(params Answer[] answers) => Answering((n, _) => answers[Math.Min(n, answers.Length - 1)]);

    public static LoopbackService Answering(Func<int, CapturedRequest, Answer> answer)
    {
        while (true)
        {
            var url = $"http://127.0.0.1:{FreePort()}/";
            var listener = new HttpListener { Prefixes = { url } };
            try
            {
                listener.Start();
                return new LoopbackService(listener, url, answer);
            }
            catch (HttpListenerException)
            {
                listener.Close(); // another process took the port in between
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // not Stop and then Close: the second one would bind the port anew for a moment, which may be somebody else's by then
        _listener.Close();
        await _serving;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (await NextAsync() is { } context)
        {
            var request = await ReadAsync(context.Request);
            var answer = _answer(Requests.Count, request);
            Requests.Add(request);
            await WriteAsync(context.Response, answer);
        }
    }

    private async Task<HttpListenerContext?> NextAsync()
    {
        try
        {
            return await _listener.GetContextAsync();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            return null; // the listener was stopped
        }
    }

    private static async Task<CapturedRequest> ReadAsync(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body);
        var headers = request.Headers.AllKeys.ToDictionary(name => name!, name => request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
        return new CapturedRequest(request.HttpMethod, request.Url!.AbsolutePath, headers, body.ToArray());
    }

    private static async Task WriteAsync(HttpListenerResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.Headers["x-amzn-RequestId"] = Answer.RequestId;
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.Body));
        response.Close();
    }
}
