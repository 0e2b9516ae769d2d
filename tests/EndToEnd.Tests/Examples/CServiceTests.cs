using System.Net;
using System.Net.Sockets;
using System.Text;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Examples;

public sealed class CServiceTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_says_its_version_and_its_health()
    {
        await using var service = await CService.StartAsync("7", environment: new Dictionary<string, string> { ["DATA_FILE"] = _folder.Below("data"), ["BLUEGREEN_HOST"] = "box-1" });
        using var client = Answering.Client(service.Port);
        using var page = await client.GetAsync("/");

        Assert.Equal("c-service v7 on box-1\n", await page.Content.ReadAsStringAsync());
        Assert.Equal(["7", "box-1"], [.. page.Headers.GetValues("X-Version"), .. page.Headers.GetValues("X-Host")]);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
        Assert.True(File.Exists(_folder.Below("data")));
    }

    [Fact]
    public async Task What_its_systemd_unit_starts_runs_in_the_foreground_until_it_is_told_to_end()
    {
        var unit = await File.ReadAllLinesAsync(Repository.Path("examples", "c-service", "systemd", "c-service.service"));
        var started = unit.Single(line => line.StartsWith("ExecStart=/srv/c-service/current/", StringComparison.Ordinal))["ExecStart=/srv/c-service/current/".Length..];
        await SiteProcess.RunAsync("tar", ["-xzf", await CService.PackAsync("7", _folder.Path), "-C", _folder.Path]);
        var port = FreePort.Next();
        await using var service = SiteProcess.Start(_folder.Below(started), [], new Dictionary<string, string> { ["PORT"] = $"{port}" });
        await Answering.UntilAsync(port);
        using var client = Answering.Client(port);
        Assert.StartsWith("c-service v7", await client.GetStringAsync("/"), StringComparison.Ordinal);

        await service.TerminateAsync();

        Assert.Equal(0, (await service.ExitAsync()).Code);
    }

    [Fact]
    public async Task It_is_not_healthy_when_its_data_file_cannot_be_written()
    {
        await using var service = await CService.StartAsync("7", environment: new Dictionary<string, string> { ["DATA_FILE"] = _folder.Below("data") });
        File.Delete(_folder.Below("data"));
        Directory.CreateDirectory(_folder.Below("data"));
        using var client = Answering.Client(service.Port);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task SIGTERM_finishes_the_request_in_flight_and_refuses_new_ones()
    {
        await using var service = await CService.StartAsync("7", sanitized: true);
        using var slow = await SentAsync(service.Port, "GET /slow?ms=700 HTTP/1.1\r\n\r\n"u8.ToArray());
        // The service takes requests in the order of arrival: once this one is answered, the slow one is in flight.
        await Answering.UntilAsync(service.Port);
        await service.Process.TerminateAsync();
        await RefusedAsync(service.Port);

        Assert.EndsWith($"c-service v7 on {Environment.MachineName}\n", await AnswerAsync(slow), StringComparison.Ordinal);
        Assert.Equal((0, ""), await service.Process.ExitAsync());
    }

    [Theory]
    [InlineData("\r\n\r\n", "400 Bad Request")]
    [InlineData("GET / HTTP/2.0\r\n\r\n", "505 HTTP Version Not Supported")]
    [InlineData("GET / HTTP/1.1\r\nno colon\r\n\r\n", "400 Bad Request")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", "413 Content Too Large")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400 Bad Request")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "501 Not Implemented")]
    [InlineData("DELETE / HTTP/1.1\r\n\r\n", "405 Method Not Allowed")]
    [InlineData("GET /nothing HTTP/1.1\r\n\r\n", "404 Not Found")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "200 OK")]
    public async Task Whatever_is_asked_is_answered_and_touches_no_memory_it_must_not(string request, string status)
    {
        await using var service = await CService.StartAsync("7", sanitized: true);
        var answer = await AskAsync(service.Port, Encoding.ASCII.GetBytes(request));
        await service.Process.TerminateAsync();

        Assert.StartsWith($"HTTP/1.1 {status}\r\n", answer, StringComparison.Ordinal);
        Assert.Equal((0, ""), await service.Process.ExitAsync());
    }

    [Fact]
    public async Task A_head_without_end_is_refused()
    {
        await using var service = await CService.StartAsync("7", sanitized: true);

        Assert.StartsWith("HTTP/1.1 431 ", await AskAsync(service.Port, [.. Enumerable.Repeat((byte)'A', 8192)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sources_make_the_same_artifact()
    {
        var first = await File.ReadAllBytesAsync(await CService.PackAsync("2", _folder.Below("a")));
        var second = await File.ReadAllBytesAsync(await CService.PackAsync("2", _folder.Below("b")));

        Assert.Equal(first, second);
        Assert.StartsWith(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first)), await File.ReadAllTextAsync(_folder.Below("a", "c-service-2.tar.gz.sha256")), StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(int port)
    {
        for (var refused = false; !refused;)
        {
            using var socket = new TcpClient();
            refused = await socket.ConnectAsync(IPAddress.Loopback, port).ContinueWith(t => t.IsFaulted, TaskScheduler.Default);
        }
    }

    private static async Task<string> AskAsync(int port, byte[] request)
    {
        using var socket = await SentAsync(port, request);
        return await AnswerAsync(socket);
    }

    private static async Task<TcpClient> SentAsync(int port, byte[] request)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.GetStream().WriteAsync(request);
        return socket;
    }

    private static async Task<string> AnswerAsync(TcpClient socket)
    {
        var answer = new byte[4096];
        return Encoding.ASCII.GetString(answer, 0, await socket.GetStream().ReadAsync(answer));
    }
}
