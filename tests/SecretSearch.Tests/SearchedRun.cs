using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Secrets;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.SecretSearch.Tests;

/// <summary>What <c>./test</c> does, with a mark of its own and the leaker in place of the tests.</summary>
internal sealed class SearchedRun : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly SiteProcess watcher;

    private SearchedRun()
    {
        Directory.CreateDirectory(Secrets);
        Directory.CreateDirectory(directory.Below("left"));
        new SearchRecord(Secrets).Begin(SecretMark.Random());
        watcher = SiteProcess.Start("dotnet", [Program("SecretSearch"), "watch", Secrets]);
    }

    private string Secrets => directory.Below("secrets");

    /// <summary>Leaks in all these ways, and gives the report.</summary>
    /// <param name="leaks">What the leaker does.</param>
    /// <param name="noticed">How many of them fail their test at once.</param>
    public static async Task<(int Code, string Said)> OfAsync(string[] leaks, int noticed)
    {
        await using var run = new SearchedRun();
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { [LeakSearch.Variable] = run.Secrets, ["TMPDIR"] = run.directory.Below("left") };
        await using var leaker = SiteProcess.Start("dotnet", [Program("Leaker"), .. leaks], variables);
        var (code, output) = await leaker.ExitAsync();
        Assert.True(code == noticed, $"{code} of {noticed} leaks failed at once. {output}");
        await File.WriteAllTextAsync(run.directory.Below("leaker.log"), output);
        await run.watcher.TerminateAsync();
        var (watched, errors) = await run.watcher.ExitAsync();
        Assert.True(watched == 0, errors);
        await using var report = SiteProcess.Start("dotnet", [Program("SecretSearch"), "report", run.Secrets, run.directory.Below("leaker.log"), run.directory.Below("left")]);
        return await report.ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await watcher.DisposeAsync();
        directory.Dispose();
    }

    private static string Program(string name) => Path.Combine(AppContext.BaseDirectory, $"BlueGreenServerless.{name}.dll");
}
