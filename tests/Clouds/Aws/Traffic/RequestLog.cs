using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BlueGreenServerless.Clouds.Aws.CloudWatch;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;

namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>Hears of every request from HAProxy and turns them into the metrics of load balancers and target groups.</summary>
internal sealed class RequestLog : IAsyncDisposable
{
    private const string Space = "AWS/ApplicationELB";

    private readonly UdpClient udp = new(new IPEndPoint(IPAddress.Loopback, 0)) { Client = { ReceiveBufferSize = 8 * 1024 * 1024 } };
    private readonly CancellationTokenSource stop = new();
    private readonly Balancers balancers;
    private readonly Metrics metrics;
    private readonly Task reading;

    public RequestLog(Balancers balancers, Metrics metrics)
    {
        (this.balancers, this.metrics) = (balancers, metrics);
        reading = ReadAsync();
    }

    public int Port => ((IPEndPoint)udp.Client.LocalEndPoint!).Port;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        udp.Dispose();
        stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                var line = Encoding.ASCII.GetString((await udp.ReceiveAsync(stop.Token)).Buffer).Trim().Split(' ');
                if (line.Length == 5 && line[0] != "-")
                {
                    Count(line[0], line[1], Whole(line[2]), Whole(line[3]));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the double is going
            return;
        }
    }

    /// <param name="balancer">As CloudWatch knows it.</param>
    /// <param name="backend">tg_3 is the fourth group.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="milliseconds">Until the target answered; -1 when none did.</param>
    private void Count(string balancer, string backend, int status, int milliseconds)
    {
        var now = balancers.Options.Clock.GetUtcNow();
        if (milliseconds < 0 && status >= 500)
        {
            Put($"HTTPCode_ELB_{status / 100}XX_Count", 1, now, ("LoadBalancer", balancer));
        }

        if (!backend.StartsWith("tg_", StringComparison.Ordinal))
        {
            return;
        }

        var group = ("TargetGroup", balancers.Groups[Whole(backend[3..])].Dimension);
        foreach (var dimensions in new (string, string)[][] { [("LoadBalancer", balancer)], [group, ("LoadBalancer", balancer)] })
        {
            Put("RequestCount", 1, now, dimensions);
            if (milliseconds >= 0)
            {
                Put($"HTTPCode_Target_{status / 100}XX_Count", 1, now, dimensions);
                Put("TargetResponseTime", milliseconds / 1000.0, now, dimensions);
            }
        }
    }

    private void Put(string name, double value, DateTimeOffset time, params (string Name, string Value)[] dimensions) => metrics.Put(Space, name, value, time, dimensions);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
