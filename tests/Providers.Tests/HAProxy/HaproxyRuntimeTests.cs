using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Time;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HaproxyRuntimeTests : IDisposable
{
    private readonly TemporaryDirectory folder = new("hap-");

    private string Socket => $"{folder.Path}/admin.sock";

    private string Map => $"{folder.Path}/split.map";

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n<html>what?</html>", "<html>what?</html>")]
    [InlineData("\u0001\u0002\u0003binary\u0007", "...binary.")]
    [InlineData("Permission denied\n", "'Permission denied'")]
    [InlineData("Unknown command, but maybe one of the following ones is a better match:\n", "Unknown command")]
    [InlineData("type=map, case=sensitive, found=yes, idx=tree, key=\"green_pct\", value=\"101\", type=\"sint\"\n", "value=\"101\"")]
    [InlineData("type=map, case=sensitive, found=yes, idx=tree, key=\"green_pct\", value=\"-1\", type=\"sint\"\n", "value=\"-1\"")]
    [InlineData("Unknown map identifier. Please use #<id> or <file>.\n", "does not know the map")]
    public async Task Garbage_is_refused_with_its_text_and_changes_nothing(string reply, string said)
    {
        await File.WriteAllTextAsync(Map, "green_pct 0\n");
        await using var garbage = new FakeRuntime(Socket, _ => reply);
        var router = Router(TimeProvider.System);
        await Assert.ThrowsAsync<ProviderRefusedException>(() => router.DescribeAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ProviderRefusedException>(() => router.HealthAsync(Color.Green, CancellationToken.None));
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Equal("green_pct 0\n", await File.ReadAllTextAsync(Map));
    }

    [Fact]
    public async Task A_silent_no_is_found_by_reading_back()
    {
        await using var deaf = new FakeRuntime(Socket, command => command.StartsWith("get", StringComparison.Ordinal) ? Found(0) : "\n");
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(
            () => Router(TimeProvider.System).ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None));
        Assert.Contains("did not take the split", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spoken_no_is_refused_with_its_text()
    {
        await using var denying = new FakeRuntime(Socket, command => command.StartsWith("get", StringComparison.Ordinal) ? Found(0) : "Permission denied\n\n");
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(
            () => Router(TimeProvider.System).ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None));
        Assert.Contains("Permission denied", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_unavailable_after_five_seconds()
    {
        var time = new VirtualTime();
        await using var silent = new FakeRuntime(Socket, _ => null);
        var describing = Router(time).DescribeAsync(CancellationToken.None);
        await silent.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(6));
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => describing);
    }

    [Fact]
    public async Task A_connection_that_ends_without_an_answer_is_unavailable_also_where_nothing_is_said_to_a_change()
    {
        var gone = false;
        await using var going = new FakeRuntime(Socket, command => gone || !command.StartsWith("get", StringComparison.Ordinal) ? "" : Found(0));
        var router = Router(TimeProvider.System);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None));
        gone = true;
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.DescribeAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.HealthAsync(Color.Green, CancellationToken.None));
    }

    [Fact]
    public async Task A_missing_socket_is_unavailable()
    {
        var router = Router(TimeProvider.System);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.DescribeAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None));
        Assert.False(File.Exists(Map));
    }

    [Fact]
    public async Task A_killed_haproxy_is_unavailable_and_comes_back_with_the_split()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 42), CancellationToken.None);
        await haproxy.Process.KillAsync();
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None));
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => haproxy.Metrics.ReadAsync(null, CancellationToken.None));
        await using var again = await HaproxyProcess.StartAsync(haproxy.Options.Config, haproxy.Options.Socket, haproxy.Options.MasterSocket);
        await Eventually.HoldsAsync(async () => (await haproxy.Router.DescribeAsync(CancellationToken.None)).Split.Green == 42);
    }

    private static string Found(int percent) =>
        $"type=map, case=sensitive, found=yes, idx=tree, key=\"green_pct\", value=\"{percent}\", type=\"sint\"\n\n";

    private ITrafficRouter Router(TimeProvider time) => new HAProxyProvider().Router!.Create(
        new HaproxyOptions
        {
            Config = $"{folder.Path}/haproxy.cfg",
            Socket = Socket,
            MasterSocket = $"{folder.Path}/master.sock",
            Manage = HaproxyManage.MapOnly,
        },
        new PortContext(time, _ => throw new InvalidOperationException("no hosts here"), new PassingNotes()));
}
