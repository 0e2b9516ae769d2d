using System.Text;
using BlueGreenServerless.Clouds.Aws.CloudWatch;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>The traffic of all listeners: one real HAProxy that follows weights, rules and target health.</summary>
internal sealed class HaproxyTraffic : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly TrafficFiles files;
    private readonly TrafficPlan plan;
    private readonly RequestLog log;
    private readonly Dictionary<string, string> sent = new(StringComparer.Ordinal);
    private HaproxyProcess? haproxy;
    private string structure = "";
    private string? shares;

    private HaproxyTraffic(Balancers balancers, Metrics metrics)
    {
        files = new TrafficFiles(folder.Path);
        plan = new TrafficPlan(balancers);
        log = new RequestLog(balancers, metrics);
    }

    public static async Task<HaproxyTraffic> StartAsync(Balancers balancers, Metrics metrics)
    {
        var traffic = new HaproxyTraffic(balancers, metrics);
        await traffic.FollowAsync();
        return traffic;
    }

    /// <summary>Brings HAProxy to what the rules and the health of the targets say now.</summary>
    public async Task FollowAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (!await FollowStructureAsync())
            {
                await FollowSharesAsync();
            }

            await FollowTargetsAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        await log.DisposeAsync();
        folder.Dispose();
        gate.Dispose();
    }

    // All shares change in one step, so that no request sees half of a new split
    private async Task FollowSharesAsync()
    {
        var lines = plan.Shares();
        var wanted = Text(lines);
        if (wanted == shares)
        {
            return;
        }

        await File.WriteAllTextAsync(files.Shares, wanted);
        var version = (await AskAsync($"prepare map {files.Shares}")).Split(':')[1].Trim();
        foreach (var chunk in lines.Chunk(50))
        {
            await AskAsync(string.Join(';', chunk.Select(line => $"add map @{version} {files.Shares} {line.Key} {line.Value}")));
        }

        await AskAsync($"commit map @{version} {files.Shares}");
        shares = wanted;
    }

    private static string Text(IEnumerable<(string Key, int Value)> lines) => string.Concat(lines.Select(line => $"{line.Key} {line.Value}\n"));

    /// <returns>Whether HAProxy has started with a new configuration, and with the shares as they are now.</returns>
    private async Task<bool> FollowStructureAsync()
    {
        var text = TrafficConfiguration.Write(plan, files, log.Port);
        var wanted = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("    server ", StringComparison.Ordinal)));
        if (wanted == structure)
        {
            return false;
        }

        var sharesNow = Text(plan.Shares());
        await File.WriteAllTextAsync(files.Shares, sharesNow);
        await File.WriteAllTextAsync(files.Configuration, text);
        sent.Clear();
        await StartAsync();
        (structure, shares) = (wanted, sharesNow);
        return true;
    }

    private async Task StartAsync()
    {
        if (haproxy is null)
        {
            haproxy = await HaproxyProcess.StartAsync(files.Configuration, files.Socket, files.Master);
            return;
        }

        await haproxy.ReloadAsync();
    }

    private async Task FollowTargetsAsync()
    {
        var commands = new StringBuilder();
        for (var index = 0; index < plan.Balancers.Groups.Count; index++)
        {
            var servers = TargetSlots.Of(plan.Balancers.Groups[index]);
            for (var slot = 0; slot < TrafficConfiguration.Slots; slot++)
            {
                Follow($"{TrafficPlan.GroupName(index)}/s{slot}", slot < servers.Count ? servers[slot] : (9, false), commands);
            }
        }

        if (commands.Length > 0)
        {
            await AskAsync(commands.ToString());
        }
    }

    private void Follow(string server, (int Port, bool Ready) target, StringBuilder commands)
    {
        var wanted = $"set server {server} addr {LoadBalancer.Address} port {target.Port};set server {server} state {(target.Ready ? "ready" : "maint")};";
        if (sent.GetValueOrDefault(server) != wanted && (target.Port != 9 || sent.ContainsKey(server)))
        {
            commands.Append(wanted);
            sent[server] = wanted;
        }
    }

    private Task<string> AskAsync(string command) => AdminSocket.AskAsync(files.Socket, command);
}
