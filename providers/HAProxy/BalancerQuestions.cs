using System.Globalization;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>What is asked of every balancer, over its two sockets.</summary>
internal static class BalancerQuestions
{
    private const int BackendsAndServers = 6;

    /// <summary>The lines of a backend and its servers.</summary>
    /// <exception cref="ProviderRefusedException">HAProxy has no such backend.</exception>
    public static async Task<IReadOnlyList<StatLine>> StatAsync(this IBalancer balancer, string backend, CancellationToken cancellationToken)
    {
        var command = Stat(backend);
        var reply = await balancer.AskAsync(command, cancellationToken);
        if (reply.Trim() == "No such proxy." || reply.Trim() == "No such backend.")
        {
            throw Missing(backend);
        }

        var lines = StatLine.Parse(reply, command).Where(line => line.Proxy == backend).ToList();
        return lines.Count > 0 ? lines : throw Missing(backend);
    }

    public static async Task<bool> RunsOurConfigurationAsync(this IBalancer balancer, CancellationToken cancellationToken) =>
        RuntimeReply.Info(await balancer.AskAsync("show info", cancellationToken)).TryGetValue("description", out var description)
        && description.StartsWith(HaproxyConfiguration.DescriptionPrefix, StringComparison.Ordinal);

    /// <param name="oldWorkers">False without a master socket (a configuration that is not ours): only the current process is counted.</param>
    public static async Task<int> ConnectionsAsync(this IBalancer balancer, string backend, bool oldWorkers, CancellationToken cancellationToken)
    {
        var now = Open(await balancer.StatAsync(backend, cancellationToken));
        IReadOnlyList<int> workers = oldWorkers ? RuntimeReply.OldWorkers(await balancer.AskMasterAsync("show proc", cancellationToken)) : [];
        foreach (var worker in workers)
        {
            var command = $"@!{worker.ToString(CultureInfo.InvariantCulture)} {Stat(backend)}";
            var reply = await balancer.AskMasterAsync(command, cancellationToken);
            // a worker that has ended meanwhile has no connections
            now += reply.Contains("# pxname,", StringComparison.Ordinal) ? Open(StatLine.Parse(reply, command)) : 0;
        }

        return now;
    }

    private static int Open(IReadOnlyList<StatLine> lines) =>
        (int)lines.Sum(line => line.IsServer ? line.Number("scur") + line.Number("qcur") : line.Name == "BACKEND" ? line.Number("qcur") : 0);

    private static string Stat(string backend) => $"show stat {backend} {BackendsAndServers} -1";

    private static ProviderRefusedException Missing(string backend) =>
        new($"HAProxy has no backend '{backend}'. Check 'backends', or let us write the configuration with 'manage: config'.");
}
