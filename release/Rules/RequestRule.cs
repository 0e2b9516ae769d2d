using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Rules;

/// <summary>
/// What every request is checked for, whichever way it came: an execution may be started without the user's file and its checks.
/// </summary>
public static partial class RequestRule
{
    public const int MaxTargets = 50;

    /// <exception cref="InvalidRequestException">It cannot be released; the message says what is allowed.</exception>
    public static void Check(ReleasePlan plan, string? version, IReadOnlyList<string> targets, int attempt = 1)
    {
        VersionRule.Check(version);
        Check(App().IsMatch(plan.App), $"The app '{Shown(plan.App)}' cannot be used. Allowed are 1 to 32 of a-z, 0-9 and -, not beginning with -. Correct the name.");
        Check(attempt >= 1, $"The attempt '{attempt}' cannot be used. Allowed is 1 or more. Leave it out for the first one.");
        CheckTargets(targets);
        CheckRamp(plan.Strategy);
        Check(plan.Observe.MinRequests >= 1, $"The number '{plan.Observe.MinRequests}' of observe.minRequests cannot be used. Allowed is 1 or more.");
    }

    private static void CheckTargets(IReadOnlyList<string> targets)
    {
        Check(targets.Count is >= 1 and <= MaxTargets, $"There are '{targets.Count}' targets. Allowed are 1 to {MaxTargets}. Split the release or name a target.");
        foreach (var name in targets)
        {
            Check(Target().IsMatch(name), $"The target '{Shown(name)}' cannot be used. Allowed are 1 to 63 of a-z, 0-9 and -, not beginning with -. Correct the name.");
            Check(targets.Count(other => other == name) == 1, $"The target '{name}' is there more than once. Names of targets are unique. Rename one.");
        }
    }

    private static void CheckRamp(StrategyPlan strategy)
    {
        try
        {
            _ = strategy.ToRamp();
        }
        catch (ArgumentException fault)
        {
            throw new InvalidRequestException($"The strategy cannot be used: {fault.Message}", fault);
        }
    }

    private static void Check(bool isFine, string message)
    {
        if (!isFine)
        {
            throw new InvalidRequestException(message);
        }
    }

    private static string Shown(string text) =>
        string.Concat(text.Take(80).Select(character => char.IsControl(character) ? '?' : character));

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,31}\z", RegexOptions.NonBacktracking)]
    private static partial Regex App();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,62}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Target();
}
