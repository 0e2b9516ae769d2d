using System.Net;

namespace BlueGreenServerless.Testing.Sites;

/// <summary>Asks a server on this machine.</summary>
public static class Answering
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static HttpClient Client(int port) =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    /// <summary>Waits until the path answers with the status.</summary>
    public static async Task UntilAsync(int port, string path = "/health", HttpStatusCode status = HttpStatusCode.OK)
    {
        using var client = Client(port);
        using var patience = new CancellationTokenSource(Patience);
        while (await StatusAsync(client, path, patience.Token) != status)
        {
            await Task.Delay(Pause, patience.Token);
        }
    }

    private static async Task<HttpStatusCode?> StatusAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(path, cancellationToken);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
