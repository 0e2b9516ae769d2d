using System.Text.Json;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AwsMany.Tests.Cost;

/// <summary>List prices in US dollars each, from <c>prices.json</c> beside this file.</summary>
internal sealed record Prices(
    string AsOf, decimal StateTransition, decimal LambdaRequest, decimal LambdaGbSecondArm64, decimal S3Put, decimal S3Get, decimal CloudWatchMetric, decimal CloudWatchRequest)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Prices Listed { get; } = JsonSerializer.Deserialize<Prices>(File.ReadAllText(Repository.Path("tests", "AwsMany.Tests", "Cost", "prices.json")), Options)!;
}
