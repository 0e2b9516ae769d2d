using BlueGreenServerless.Configuration;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Stand;

/// <summary>The stand's HAProxy in master-worker mode, with the configuration that its provider renders; blue has the traffic.</summary>
internal sealed class StandBalancer(string directory, StandPorts ports) : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(directory, "lb");
    private SiteProcess? _process;

    public async Task StartAsync(string file)
    {
        Directory.CreateDirectory(_folder);
        var options = Options(file);
        await File.WriteAllTextAsync(options.Config, HaproxyConfiguration.Render(options).Text);
        await File.WriteAllTextAsync(Path.Combine(_folder, "split.map"), $"{HaproxyConfiguration.SplitKey} 0\n");
        _process = SiteProcess.Start("haproxy", ["-W", "-db", "-S", options.MasterSocket, "-f", options.Config]);
        await Answering.UntilAsync(ports.Users);
    }

    public async Task<int> GreenPercentAsync()
    {
        var line = (await File.ReadAllLinesAsync(Path.Combine(_folder, "split.map")))[0];
        return int.Parse(line.Split(' ')[1]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private static HaproxyOptions Options(string file)
    {
        var plan = new ConfigurationReader(ProviderRegistry.Discover().All).Read(file).Configuration
            ?? throw new InvalidOperationException($"'{file}' is not a valid bluegreen.yaml.");
        return ReleaseJson.FromElement<HaproxyOptions>(plan.Targets[0].Router.Options);
    }
}
