using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Load;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>What the demo showed.</summary>
/// <param name="LostByTheSwitch">Requests that no version of the shop answered: without an answer, or with an error page of the load balancer itself.</param>
/// <param name="LostWhy">How often which reason.</param>
/// <param name="Broken">The version that starts to fail under traffic.</param>
/// <param name="BrokenErrors">Errors that users saw of it.</param>
/// <param name="BrokenErrorsShare">Of all requests, 0 to 1.</param>
/// <param name="RollbackSeconds">Of the broken version: from the decision to its last answer.</param>
/// <param name="Faults">What was not as it should be; empty when the demo held.</param>
internal sealed record DemoResult(
    long Requests,
    long LostByTheSwitch,
    IReadOnlyDictionary<string, long> LostWhy,
    IReadOnlyList<DemoAnswers> Answered,
    string Broken,
    long BrokenErrors,
    double BrokenErrorsShare,
    IReadOnlyList<DemoMove> Moves,
    double RollbackSeconds,
    double SecondsToFirstTraffic,
    double Seconds,
    IReadOnlyList<string> Faults)
{
    public int ExitCode => Faults.Count == 0 ? ExitCodes.Done : ExitCodes.NotReleased;

    public static DemoResult Of(LoadReport report, DemoStory story, TimeSpan firstTraffic, TimeSpan elapsed)
    {
        var lost = report.Lost + report.ErrorsOfNobody;
        var versions = report.Answers.Select(answers => answers.Version).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        IReadOnlyList<DemoAnswers> answered = [.. versions.Select(version => new DemoAnswers(version, report.Of(version)!.Count, report.Of(version)!.Errors))];
        var errors = report.Of(DemoStory.Broken)?.Errors ?? 0;
        return new DemoResult(
            report.Requests, lost, report.LostWhy, answered, DemoStory.Broken, errors, (double)errors / Math.Max(1, report.Requests), story.Moves,
            story.Moves.FirstOrDefault(move => move.From == DemoStory.Broken)?.DecidedToLastOldAnswer.TotalSeconds ?? 0,
            firstTraffic.TotalSeconds, elapsed.TotalSeconds, [.. story.Faults, .. Faulty(lost, report, answered)]);
    }

    private static IEnumerable<string> Faulty(long lost, LoadReport report, IReadOnlyList<DemoAnswers> answered)
    {
        if (lost > 0)
        {
            var why = report.LostWhy.Select(reason => $"{reason.Key}: {reason.Value}");
            yield return $"{lost} requests were lost ({string.Join(", ", report.ErrorsOfNobody > 0 ? why.Append($"error pages of the load balancer: {report.ErrorsOfNobody}") : why)})";
        }

        foreach (var good in answered.Where(version => version.Errors > 0 && version.Version != DemoStory.Broken))
        {
            yield return $"version {good.Version} answered {good.Errors} requests with a server error";
        }
    }
}
