namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <param name="Since">Start of the first minute that has not been read yet.</param>
internal sealed record MetricCursor(DateTimeOffset Since);
