using System.Globalization;

namespace BlueGreenServerless.AwsMany.Tests.Cost;

/// <summary>What a release used of what AWS charges for.</summary>
/// <param name="Transitions">States entered, every try again, and one for the start of each execution.</param>
/// <param name="Metrics">Metrics asked for by GetMetricData.</param>
/// <param name="Requests">Other requests to CloudWatch.</param>
internal sealed record Bill(int Transitions, int Invocations, int S3Writes, int S3Reads, int Metrics, int Requests)
{
    /// <summary>What the deployment gives every function, and a second for each call: warm ones take a tenth of it, a cold start is most of it.</summary>
    private const decimal GbSecondsEach = 0.5m;

    public IReadOnlyList<(string What, int Count, decimal Dollars)> Lines(Prices prices) =>
    [
        ("Step Functions state transitions", Transitions, Transitions * prices.StateTransition),
        ("Lambda calls (512 MB arm64, 1 s each)", Invocations, Invocations * (prices.LambdaRequest + (GbSecondsEach * prices.LambdaGbSecondArm64))),
        ("S3 writes and lists", S3Writes, S3Writes * prices.S3Put),
        ("S3 reads", S3Reads, S3Reads * prices.S3Get),
        ("CloudWatch metrics read", Metrics, Metrics * prices.CloudWatchMetric),
        ("CloudWatch alarm requests", Requests, Requests * prices.CloudWatchRequest),
    ];

    public decimal Total(Prices prices) => Lines(prices).Sum(line => line.Dollars);

    /// <summary>As a table of the documentation.</summary>
    public string Table(Prices prices) => string.Join(
        '\n',
        ["| what | count | US dollars |", "|---|---|---|", .. Lines(prices).Select(line => Row(line.What, $"{line.Count}", line.Dollars)), Row("**together**", "", Total(prices))]);

    private static string Row(string what, string count, decimal dollars) => $"| {what} | {count} | {dollars.ToString("0.00000", CultureInfo.InvariantCulture)} |";
}
