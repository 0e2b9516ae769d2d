using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <summary>Tries what Observe asks CloudWatch, and says where there is nothing to ask.</summary>
internal sealed class MetricsExamination(AwsMetrics metrics, AwsOptions options, AwsAccount account)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Diagnosis>> RunAsync(CancellationToken cancellationToken) =>
    [
        .. await AwsLook.AtAsync("cloudwatch:DescribeAlarms", async () =>
        {
            await new AlarmReader(account).ReadAsync(["bluegreen-doctor"], cancellationToken);
            return [];
        }),
        .. await RequestsAsync(cancellationToken),
    ];

    private async Task<IReadOnlyList<Diagnosis>> RequestsAsync(CancellationToken cancellationToken)
    {
        if (!options.Listeners.Any(listener => GroupMetrics.BalancerOf(listener).StartsWith("app/", StringComparison.Ordinal)))
        {
            return [Diagnosis.Warning(
                $"The load balancer of '{options.Listeners[0]}' counts no requests, as network load balancers do. Errors and response times cannot be observed there. Set 'observe.probe', and name alarms of your own.")];
        }

        return await AwsLook.AtAsync("cloudwatch:GetMetricData", async () =>
        {
            var now = account.Time.GetUtcNow();
            await metrics.SeriesAsync(new MetricCursor(now - Recent), now - Recent, now, cancellationToken);
            return [Diagnosis.Fine("requests, errors and response times can be read")];
        });
    }
}
