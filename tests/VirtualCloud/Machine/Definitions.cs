using BlueGreenServerless.Engine;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>The state machines of the tree, with their names for ARNs.</summary>
internal static class Definitions
{
    public static IReadOnlyCollection<StateMachineDefinition> All { get; } = [.. new[] { "release", "rollback", "standby" }.Select(Load)];

    private static StateMachineDefinition Load(string name) => StateMachineDefinition.Load(
        name,
        File.ReadAllText(Repository.Path("statemachine", $"{name}.asl.json")),
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["FunctionPrefix"] = CloudMachine.Prefix, ["RollbackStateMachineArn"] = "rollback", ["StandbyStateMachineArn"] = "standby",
        });
}
