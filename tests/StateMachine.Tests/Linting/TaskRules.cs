using System.Text.Json;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.StateMachine.Tests.Linting;

/// <summary>What every Task has: a timeout, the two retriers in their order, one catcher; and it calls a stage.</summary>
public static partial class TaskRules
{
    private static readonly string[] LambdaTrouble =
    [
        "Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException",
    ];

    private static readonly HashSet<string> Stages = new(StringComparer.Ordinal)
    {
        "Trigger", "Plan", "Inspect", "Prepare", "Deploy", "CheckHealth", "SmokeTest", "Approve", "ShiftTraffic", "Observe", "Decide",
        "Complete", "Abandon", "Rollback", "Retire",
    };

    private static readonly string[][] Usual = [LambdaTrouble, ["ProviderUnavailableException"]];

    private static readonly string[][] Stubborn = [LambdaTrouble, ["RollbackRefusedException"], ["States.TaskFailed", "States.Timeout"]];

    public static IEnumerable<string> TaskTimeout(JsonElement machine) =>
        from task in Tasks(machine)
        where !task.Source.TryGetProperty("TimeoutSeconds", out _) && !task.Source.TryGetProperty("TimeoutSecondsPath", out _)
        select $"the Task '{task.Name}' has no timeout";

    public static IEnumerable<string> TwoRetriers(JsonElement machine) =>
        from task in Tasks(machine)
        let retried = task.Retriers.Select(LintState.Errors).ToArray()
        let wanted = task.Name is "Rollback" or "Complete" && IsWayBack(machine) ? Stubborn : Usual
        where !retried.SelectMany(names => names.Append("|")).SequenceEqual(wanted.SelectMany(names => names.Append("|")))
        select $"the Task '{task.Name}' does not have its retriers in order: Lambda's own trouble, then ProviderUnavailableException " +
            "(on the way back: then nothing for a refusal and everything else)";

    /// <summary>The machine that nothing comes after: there is no other way back, so it tries again whatever went wrong.</summary>
    private static bool IsWayBack(JsonElement machine) => machine.GetProperty("States").TryGetProperty("RollbackTargets", out _);

    public static IEnumerable<string> OneCatcher(JsonElement machine) =>
        from task in Tasks(machine)
        let caught = task.Catchers.Select(LintState.Errors).ToArray()
        where caught.Length != 1 || !caught[0].SequenceEqual(["States.ALL"])
        select $"the Task '{task.Name}' does not have exactly one catcher, of States.ALL";

    public static IEnumerable<string> RetryNotAll(JsonElement machine) =>
        from graph in LintGraph.All(machine)
        from state in graph.States
        where state.Retriers.SelectMany(LintState.Errors).Contains("States.ALL", StringComparer.Ordinal)
        select $"'{state.Name}' retries States.ALL: a bug does not heal";

    public static IEnumerable<string> Stage(JsonElement machine) =>
        from task in Tasks(machine)
        where LintState.Text(task.Source, "Resource")!.Contains(":lambda:", StringComparison.Ordinal)
        let stage = StageOf(task.Source.GetProperty("Parameters"))
        where stage is null || !Stages.Contains(stage) || stage != task.Name
        select $"the Task '{task.Name}' calls '{stage ?? "nothing known"}', not the stage of its name";

    private static IEnumerable<LintState> Tasks(JsonElement machine) =>
        LintGraph.All(machine).SelectMany(graph => graph.States).Where(state => state.Type == "Task");

    private static string? StageOf(JsonElement parameters)
    {
        var name = LintState.Text(parameters, "FunctionName") ?? LintState.Text(parameters, "FunctionName.$") ?? string.Empty;
        return FunctionName().Match(name) is { Success: true } match ? match.Groups["stage"].Value : null;
    }

    [GeneratedRegex(@"^(States\.Format\(')?\$\{FunctionPrefix\}-(?<stage>[A-Za-z]+)(-\{\}', \$\.target\.[a-z]+\.provider\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FunctionName();
}
