using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>HAProxy on this machine: the split without starting any process, the configuration by the apply script.</summary>
internal sealed class LocalBalancer(HaproxyOptions options, IRuntimeSocket socket, IScripts scripts, TimeProvider time) : IBalancer
{
    private readonly string map = options.SplitFile;

    public string Name => "";

    /// <summary>Every answer of the admin socket ends with an empty line, also one that says nothing (management.txt 9.3): without it there was none.</summary>
    public async Task<string> AskAsync(string commands, CancellationToken cancellationToken) =>
        await socket.AskAsync(options.Socket, commands, cancellationToken) is { Length: > 0 } reply ? reply
            : throw new ProviderUnavailableException(
                $"HAProxy closed the connection to '{options.Socket}' without an answer to '{commands.Head()}'. It must answer. It is tried again; check that it runs if it lasts.");

    public Task<string> AskMasterAsync(string commands, CancellationToken cancellationToken) => socket.AskAsync(options.MasterSocket, commands, cancellationToken);

    public async Task<SplitReading> ReadSplitAsync(CancellationToken cancellationToken)
    {
        var get = SplitCommands.Get(map);
        var runtime = RuntimeReply.Percent(await AskAsync(get, cancellationToken), get);
        return new SplitReading(SplitFile.Percent(AtomicFile.ReadIfThere(map)), runtime);
    }

    public async Task<SplitReading> WriteSplitAsync(int percent, CancellationToken cancellationToken)
    {
        using var held = await FileLock.TakeAsync($"{map}.lock", time, cancellationToken);
        var isInFile = SplitFile.Percent(AtomicFile.ReadIfThere(map)) == percent;

        // the disk works while HAProxy answers; the file changes only when HAProxy is there to follow
        using var next = isInFile ? null : PendingFile.Begin(map, SplitFile.Text(percent));
        var before = await ReadSplitAsync(cancellationToken);
        if (before.Is(percent))
        {
            return before;
        }

        if (next is not null)
        {
            // before HAProxy is told, so that a reload or a crash from here on comes up with the new value
            await next.PutInPlaceAsync();
        }

        if (before.Runtime != percent)
        {
            var change = before.Runtime is null ? SplitCommands.Add(map, percent) : SplitCommands.Set(map, percent);
            RuntimeReply.Silent(await AskAsync(change, cancellationToken), change);
        }

        return await ReadSplitAsync(cancellationToken);
    }

    public Task<bool> ApplyAsync(HaproxyConfiguration configuration, CancellationToken cancellationToken) => ApplyAsync(configuration, running: true, cancellationToken);

    public Task InstallAsync(HaproxyConfiguration configuration, CancellationToken cancellationToken) => ApplyAsync(configuration, running: false, cancellationToken);

    public async Task<bool> HasWayInAsync(CancellationToken cancellationToken) =>
        WayInScript.Found(await scripts.RunAsync(WayInScript.Render(options), WayInScript.NoSecrets, WayInScript.Deadline, cancellationToken));

    private async Task<bool> ApplyAsync(HaproxyConfiguration configuration, bool running, CancellationToken cancellationToken)
    {
        var result = await scripts.RunAsync(ApplyScript.Render(options, configuration, running), ApplyScript.Secrets(options), ApplyScript.Deadline, cancellationToken);
        return ApplyScript.Reloaded(result, options);
    }
}
