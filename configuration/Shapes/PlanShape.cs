using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>The shapes of whole files.</summary>
public static class PlanShape
{
    public static RecordShape File { get; } = ShapeReader.Of(typeof(ReleaseConfiguration));

    /// <summary>Of <c>environment.yaml</c>.</summary>
    public static RecordShape Environments { get; } = ShapeReader.Of(typeof(EnvironmentsPlan));

    /// <summary>The file as if it were the value of a key without a name.</summary>
    internal static KeyShape Root { get; } = RootOf(File);

    /// <summary>The same for <c>environment.yaml</c>.</summary>
    internal static KeyShape EnvironmentsRoot { get; } = RootOf(Environments);

    private static KeyShape RootOf(RecordShape file) => new("", file, Required: true, Default: null, file.Description, Limits.None);
}
