using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>The state machines that this program carries, with the names that they have on one machine.</summary>
public static class EmbeddedDefinitions
{
    public const string FunctionPrefix = "bluegreen";
    public const string Release = "release";
    public const string Rollback = "rollback";
    public const string Standby = "standby";

    private static readonly Dictionary<string, string> _substitutions = new(StringComparer.Ordinal)
    {
        ["FunctionPrefix"] = FunctionPrefix,
        ["RollbackStateMachineArn"] = Rollback,
        ["StandbyStateMachineArn"] = Standby,
    };

    public static IReadOnlyCollection<StateMachineDefinition> All { get; } = [Load(Release), Load(Rollback), Load(Standby)];

    private static StateMachineDefinition Load(string name)
    {
        var resource = $"statemachine/{name}.asl.json";
        using var stream = typeof(EmbeddedDefinitions).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The program lacks its embedded file '{resource}'.");
        using var reader = new StreamReader(stream);
        return StateMachineDefinition.Load(name, reader.ReadToEnd(), _substitutions);
    }
}
