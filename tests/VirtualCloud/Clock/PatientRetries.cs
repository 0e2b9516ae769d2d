using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BlueGreenServerless.VirtualCloud.Clock;

/// <summary>The SDK's own retries, waiting by the clock of the function that calls: 0.5, 1, 2, ... 20 seconds, the mean of what the SDK draws.</summary>
internal sealed class PatientRetries(int retries) : StandardRetryPolicy(retries)
{
    private const double Longest = 20;

    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        var seconds = Math.Min(Longest, Math.Pow(2, executionContext.RequestContext.Retries) / 4);
        return Task.Delay(TimeSpan.FromSeconds(seconds), Strand.Current?.Time ?? TimeProvider.System, executionContext.RequestContext.CancellationToken);
    }
}
