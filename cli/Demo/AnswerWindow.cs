using BlueGreenServerless.Load;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>What happened to the users since the last look.</summary>
internal sealed class AnswerWindow(DemoUsers users)
{
    private LoadReport _before = users.Report();

    /// <summary>Answers and errors by version since the last call.</summary>
    public IReadOnlyList<(string Version, long Answers, long Errors)> Take(out LoadReport now)
    {
        var (before, after) = (_before, users.Report());
        _before = now = after;
        return
        [
            .. from version in after.Answers.Select(answers => answers.Version).OfType<string>().Distinct().Order(StringComparer.Ordinal)
               let was = before.Of(version)
               let is_ = after.Of(version)!
               let answers = is_.Count - (was?.Count ?? 0)
               where answers > 0
               select (version, answers, is_.Errors - (was?.Errors ?? 0)),
        ];
    }

    public string Next()
    {
        var versions = Take(out var now).Select(seen => $"v{seen.Version} answered {seen.Answers}{(seen.Errors > 0 ? $" ({seen.Errors} errors)" : "")}");
        return $"{now.Requests} requests, {now.Lost + now.ErrorsOfNobody} lost; in the last seconds {string.Join(", ", versions)}";
    }
}
