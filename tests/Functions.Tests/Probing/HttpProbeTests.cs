using System.Net;
using System.Net.Sockets;
using System.Text;
using BlueGreenServerless.Functions.Probing;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Tests.Probing;

/// <summary>Against a real socket that answers what a test says.</summary>
public sealed class HttpProbeTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HttpProbe probe = new(TimeProvider.System);
    private readonly List<string> requests = [];

    public HttpProbeTests() => listener.Start();

    private Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/path");

    [Fact]
    public async Task An_answer_comes_with_status_and_body_and_the_host_header_is_ours()
    {
        var answer = await AskAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", ("Host", "green.example"), ("X-Color", "green"));

        Assert.Equal((200, "ok"), (answer.Status, answer.Body));
        Assert.All(["GET /path HTTP/1.1", "Host: green.example", "X-Color: green", "Connection: close"], line => Assert.Contains(line, requests[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_is_an_answer() =>
        Assert.Equal(302, (await AskAsync("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")).Status);

    [Fact]
    public async Task A_body_is_cut_at_64_KiB() =>
        Assert.Equal(65536, (await AskAsync("HTTP/1.1 200 OK\r\n\r\n" + new string('x', 200_000))).Body.Length);

    [Fact]
    public async Task Each_request_has_a_connection_of_its_own()
    {
        await AskAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await AskAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(2, requests.Count);
    }

    [Theory]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nok")]
    public async Task Garbage_and_cut_answers_are_no_answer(string raw)
    {
        var answer = await AskAsync(raw);

        Assert.Null(answer.Status);
        Assert.NotNull(answer.Error);
    }

    [Fact]
    public async Task A_refused_connection_is_no_answer()
    {
        var address = Address;
        listener.Stop();

        Assert.NotNull((await probe.GetAsync(address, new Dictionary<string, string>(), TimeSpan.FromSeconds(5), CancellationToken.None)).Error);
    }

    [Fact]
    public async Task Silence_ends_with_the_timeout()
    {
        var answer = await probe.GetAsync(Address, new Dictionary<string, string>(), TimeSpan.FromMilliseconds(200), CancellationToken.None);

        Assert.Null(answer.Status);
        Assert.Contains("0.2 s", answer.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        listener.Dispose();
        probe.Dispose();
    }

    private async Task<ProbeAnswer> AskAsync(string raw, params (string Name, string Value)[] headers)
    {
        var serving = ServeAsync(raw);
        var answer = await probe.GetAsync(Address, headers.ToDictionary(one => one.Name, one => one.Value), TimeSpan.FromSeconds(20), CancellationToken.None);
        await serving;
        return answer;
    }

    private async Task ServeAsync(string raw)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer);
        requests.Add(Encoding.ASCII.GetString(buffer, 0, read));
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(raw));
        }
        catch (IOException)
        {
            // the probe hangs up once it has read enough
        }
    }
}
