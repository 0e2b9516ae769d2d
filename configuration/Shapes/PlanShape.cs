using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>The shape of the whole file.</summary>
public static class PlanShape
{
    public static RecordShape File { get; } = ShapeReader.Of(typeof(ReleaseConfiguration));

    /// <summary>The file as if it were the value of a key without a name.</summary>
    internal static KeyShape Root { get; } = new("", File, Required: true, Default: null, File.Description, Limits.None);
}
