using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <param name="Since">Start of the first minute that has not been read yet.</param>
/// <param name="Quiet">Colours that nobody asked anything in the last reading.</param>
internal sealed record MetricCursor(DateTimeOffset Since, IReadOnlyList<Color>? Quiet = null)
{
    public bool IsQuiet(Color color) => Quiet?.Contains(color) == true;
}
