using BlueGreenServerless.Engine;

namespace BlueGreenServerless.StateMachine.Tests;

/// <summary>Where the checked files are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string TestFolder { get; } = Path.Combine(Root, "tests", "StateMachine.Tests");

    public static IReadOnlyList<string> Machines { get; } = ["release", "rollback", "standby"];

    /// <summary>Values for the names that a host replaces.</summary>
    public static IReadOnlyDictionary<string, string> Substitutions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FunctionPrefix"] = "shop",
        ["RollbackStateMachineArn"] = "rollback",
        ["StandbyStateMachineArn"] = "standby",
    };

    public static string PathOf(string machine) => Path.Combine(Root, "statemachine", machine + ".asl.json");

    public static string Text(string machine) => File.ReadAllText(PathOf(machine));

    public static StateMachineDefinition Load(string machine) => StateMachineDefinition.Load(machine, Text(machine), Substitutions);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BlueGreenServerless.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"'{AppContext.BaseDirectory}' is not inside the repository.");
    }
}
