using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Ports;

/// <param name="Cursor">Small (under 2 KiB) and opaque; handed back at the next reading.</param>
public sealed record MetricReading(ColorMetrics Blue, ColorMetrics Green, JsonElement Cursor)
{
    public ColorMetrics Of(Color color) => color == Color.Blue ? Blue : Green;
}
