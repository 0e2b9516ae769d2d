using System.Text.Json;
using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.StateMachine.Tests.Linting;

/// <summary>Names are PascalCase; error names are real.</summary>
public static partial class NameRules
{
    private static readonly HashSet<string> KnownErrors = new(Reserved().Concat(OurFailures()), StringComparer.Ordinal);

    public static IEnumerable<string> PascalCase(JsonElement machine) =>
        from graph in LintGraph.All(machine)
        from state in graph.States
        where !Pascal().IsMatch(state.Name)
        select $"'{state.Name}' is not PascalCase";

    public static IEnumerable<string> ErrorName(JsonElement machine) =>
        from graph in LintGraph.All(machine)
        from state in graph.States
        from error in state.Retriers.Concat(state.Catchers).SelectMany(LintState.Errors)
        where !KnownErrors.Contains(error)
        select $"'{state.Name}' names the error '{error}', which nothing can throw";

    public static IEnumerable<string> Comment(JsonElement machine) =>
        from graph in LintGraph.All(machine)
        from state in graph.States
        where state.Type is not ("Succeed" or "Fail") && LintState.Text(state.Source, "Comment") is null
        select $"'{state.Name}' does not say why it is there";

    private static string[] Reserved() =>
    [
        "States.ALL", "States.Timeout", "States.HeartbeatTimeout", "States.TaskFailed", "States.Runtime", "States.DataLimitExceeded",
        "States.ParameterPathFailure", "States.ResultPathMatchFailure", "States.NoChoiceMatched", "States.IntrinsicFailure",
        "States.BranchFailed", "States.Permissions", "States.ExceedToleratedFailureThreshold", "States.ItemReaderFailed", "States.ResultWriterFailed",
        "Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException", "Lambda.Unknown",
    ];

    private static IEnumerable<string> OurFailures() =>
        typeof(ReleaseException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReleaseException))).Select(type => type.Name);

    [GeneratedRegex("^([A-Z][a-z0-9]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pascal();
}
