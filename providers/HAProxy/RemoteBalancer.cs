namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>HAProxy on another machine: each operation is one script there.</summary>
internal sealed class RemoteBalancer(string name, HaproxyOptions options, IScripts scripts) : IBalancer
{
    private static readonly Dictionary<string, string> NoSecrets = [];

    public string Name => name;

    public Task<SplitReading> ReadSplitAsync(CancellationToken cancellationToken) => SplitAsync(null, cancellationToken);

    public Task<SplitReading> WriteSplitAsync(int percent, CancellationToken cancellationToken) => SplitAsync(percent, cancellationToken);

    public Task<string> AskAsync(string commands, CancellationToken cancellationToken) => AskAsync(options.Socket, commands, cancellationToken);

    public Task<string> AskMasterAsync(string commands, CancellationToken cancellationToken) => AskAsync(options.MasterSocket, commands, cancellationToken);

    public Task<bool> ApplyAsync(HaproxyConfiguration configuration, CancellationToken cancellationToken) => ApplyAsync(configuration, running: true, cancellationToken);

    public Task InstallAsync(HaproxyConfiguration configuration, CancellationToken cancellationToken) => ApplyAsync(configuration, running: false, cancellationToken);

    public async Task<bool> HasWayInAsync(CancellationToken cancellationToken) =>
        WayInScript.Found(await scripts.RunAsync(WayInScript.Render(options), NoSecrets, WayInScript.Deadline, cancellationToken));

    private async Task<bool> ApplyAsync(HaproxyConfiguration configuration, bool running, CancellationToken cancellationToken)
    {
        var output = await scripts.RunAsync(ApplyScript.Render(options, configuration, running), NoSecrets, ApplyScript.Deadline, cancellationToken);
        return ApplyScript.Reloaded(output, options);
    }

    private async Task<SplitReading> SplitAsync(int? percent, CancellationToken cancellationToken)
    {
        var output = await scripts.RunAsync(SplitScript.Render(options, percent), NoSecrets, SplitScript.Deadline, cancellationToken);
        return SplitScript.Reading(options, output);
    }

    private async Task<string> AskAsync(string socket, string commands, CancellationToken cancellationToken) =>
        AskScript.Reply(await scripts.RunAsync(AskScript.Render(socket, commands), NoSecrets, AskScript.Deadline, cancellationToken));
}
