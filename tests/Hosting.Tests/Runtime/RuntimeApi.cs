using System.Net;
using System.Text;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Hosting.Tests.Runtime;

/// <summary>A Lambda Runtime API on loopback that hands out one event (Lambda developer guide, "Runtime API").</summary>
internal sealed class RuntimeApi : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly TaskCompletionSource<RuntimeAnswer> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool given;

    public RuntimeApi(string json)
    {
        Address = $"127.0.0.1:{FreePort.Next()}";
        listener.Prefixes.Add($"http://{Address}/");
        listener.Start();
        _ = ServeAsync(json);
    }

    public string Address { get; }

    /// <summary>The function's answer to the event.</summary>
    public Task<RuntimeAnswer> Answer => answered.Task;

    public void Dispose() => listener.Close();

    private async Task ServeAsync(string json)
    {
        try
        {
            while (listener.IsListening)
            {
                await HandleAsync(await listener.GetContextAsync(), json);
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            answered.TrySetCanceled();
        }
    }

    private async Task HandleAsync(HttpListenerContext call, string json)
    {
        var path = call.Request.Url!.AbsolutePath;
        if (path.EndsWith("/next", StringComparison.Ordinal))
        {
            if (!given)
            {
                given = true;
                await GiveAsync(call.Response, json);
            }

            // the second question stays open: the function is idle, as in the cloud
            return;
        }

        using var reader = new StreamReader(call.Request.InputStream);
        var text = await reader.ReadToEndAsync();
        call.Response.StatusCode = 202;
        call.Response.Close();
        answered.TrySetResult(new RuntimeAnswer(path.EndsWith("/response", StringComparison.Ordinal), text));
    }

    private static async Task GiveAsync(HttpListenerResponse response, string json)
    {
        response.AddHeader("Lambda-Runtime-Aws-Request-Id", "r-1");
        response.AddHeader("Lambda-Runtime-Deadline-Ms", TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds().ToString());
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(json));
        response.Close();
    }
}
