using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.CloudWatch;

/// <summary>A metric: namespace, name and dimensions in any order.</summary>
internal sealed record MetricKey(string Namespace, string Name, string Dimensions)
{
    public static MetricKey Of(string space, string name, params (string Name, string Value)[] dimensions) =>
        new(space, name, string.Join(',', dimensions.Order().Select(pair => $"{pair.Name}={pair.Value}")));

    public static MetricKey Of(string space, Input metric) =>
        Of(space, metric.Required("MetricName"), [.. metric.Items("Dimensions").Select(dimension => (dimension.Required("Name"), dimension.Required("Value")))]);
}
