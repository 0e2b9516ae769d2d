using System.Text;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Ovh.Traffic;

/// <summary>One real HAProxy behind a load balancer of the API. Where traffic goes changes in one step and without a reload.</summary>
internal sealed class HaproxyBehind : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<string, string> sent = new(StringComparer.Ordinal);
    private HaproxyProcess? haproxy;
    private string structure = "";
    private string lines = "";

    private string Configuration => folder.Below("haproxy.cfg");

    private string Map => folder.Below("pools.map");

    private string Socket => folder.Below("admin.sock");

    private string Master => folder.Below("master.sock");

    /// <summary>Returns when HAProxy does what the plan says.</summary>
    public async Task ApplyAsync(TrafficPlan plan)
    {
        await gate.WaitAsync();
        try
        {
            var wanted = string.Concat(plan.Lines().Select(line => $"{line.Key} {line.Pool}\n"));
            var text = TrafficText.Write(plan, Socket, Map);
            if (text != structure)
            {
                await File.WriteAllTextAsync(Map, wanted);
                await File.WriteAllTextAsync(Configuration, text);
                await LoadAsync();
                (structure, lines) = (text, wanted);
            }

            await WeighAsync(plan);
            if (wanted != lines)
            {
                await PointAsync(plan, wanted);
                lines = wanted;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Readings of servers by <c>pool/server</c>; none before the first plan.</summary>
    public async Task<IReadOnlyDictionary<string, ServerReading>> ReadAsync()
    {
        if (haproxy is null)
        {
            return new Dictionary<string, ServerReading>(StringComparer.Ordinal);
        }

        var rows = (await AskAsync("show stat")).Split('\n').Select(row => row.TrimStart('#', ' ').Split(',')).Where(row => row.Length > 1).ToList();
        int Column(string name) => Array.IndexOf(rows[0], name);
        return rows.Skip(1).Where(row => row[Column("svname")] is not ("FRONTEND" or "BACKEND")).ToDictionary(
            row => $"{row[0]}/{row[1]}",
            row => new ServerReading(
                row[Column("status")], row[Column("check_status")].TrimStart('*', ' ') is { Length: > 0 } check ? check : null,
                int.TryParse(row[Column("check_code")], out var code) ? code : null),
            StringComparer.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
        gate.Dispose();
    }

    private async Task LoadAsync()
    {
        sent.Clear();
        if (haproxy is null)
        {
            haproxy = await HaproxyProcess.StartAsync(Configuration, Socket, Master);
            return;
        }

        await haproxy.ReloadAsync();
    }

    private async Task WeighAsync(TrafficPlan plan)
    {
        var commands = new StringBuilder();
        foreach (var (pool, server) in plan.Pools.SelectMany(pool => pool.Servers.Select(server => (pool, server))))
        {
            var name = $"{pool.Name}/{server.Name}";
            var wanted = $"set weight {name} {server.Weight};set server {name} state {(server.Enabled ? "ready" : "maint")};";
            if (sent.GetValueOrDefault(name) != wanted)
            {
                commands.Append(wanted);
                sent[name] = wanted;
            }
        }

        if (commands.Length > 0)
        {
            await AskAsync(commands.ToString());
        }
    }

    // All fronts change in one step, so that no request sees half of a switch
    private async Task PointAsync(TrafficPlan plan, string wanted)
    {
        await File.WriteAllTextAsync(Map, wanted);
        var version = (await AskAsync($"prepare map {Map}")).Split(':')[1].Trim();
        await AskAsync(string.Join(';', plan.Lines().Select(line => $"add map @{version} {Map} {line.Key} {line.Pool}")));
        await AskAsync($"commit map @{version} {Map}");
    }

    private Task<string> AskAsync(string command) => AdminSocket.AskAsync(Socket, command);
}
