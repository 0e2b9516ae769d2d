using System.Diagnostics;
using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Hosting.Tests.Events;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Hosting.Tests.Runtime;

/// <summary>Every function in a process started the way the managed runtime starts it, from the published package.</summary>
public sealed class HandlerTests
{
    private const double MostMemory = 128;
    private const string Probe = "bluegreen-ProbeTargets";

    public static TheoryData<string> Functions => [.. StageCatalog.All.Select(stage => stage.FunctionName("bluegreen", "ssm")), .. TriggerCatalog.All.Select(trigger => "bluegreen-" + trigger.Name), Probe];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_answers_its_first_event_in_little_memory(string function)
    {
        FunctionProcess.Prepare();
        using var state = new TemporaryDirectory();
        using var api = new RuntimeApi(Event(function));
        var begin = Stopwatch.GetTimestamp();
        using var process = FunctionProcess.Start(HandlerOf(function), function, state.Path, api.Address);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        var first = await Task.WhenAny(api.Answer, process.ExitAsync(limit.Token));
        var time = Stopwatch.GetElapsedTime(begin);
        Assert.True(first == api.Answer, $"{function} ended before it answered");
        var answer = await api.Answer;
        var memory = process.PeakMemory();

        TestContext.Current.TestOutputHelper!.WriteLine($"[PRINT] {function}: first response {time.TotalMilliseconds:F0} ms, peak memory {memory:F0} MiB, {(answer.Succeeded ? "answered" : ErrorOf(answer))}");
        Assert.True(answer.Succeeded || Expected(ErrorOf(answer)), answer.Text);
        Assert.InRange(memory, 1, MostMemory);
    }

    private static string ErrorOf(RuntimeAnswer answer) => JsonDocument.Parse(answer.Text).RootElement.GetProperty("errorType").GetString()!;

    /// <summary>The documents name places that do not exist, so stages fail; as expected means by a class that the definitions know.</summary>
    private static bool Expected(string error) =>
        typeof(ReleaseException).Assembly.GetTypes().Any(type => type.IsSubclassOf(typeof(ReleaseException)) && type.Name == error);

    private static string HandlerOf(string function) =>
        TriggerCatalog.All.FirstOrDefault(trigger => "bluegreen-" + trigger.Name == function)?.Handler ?? (function == Probe ? TriggerCatalog.ProbeHandler : TriggerCatalog.StageHandler);

    private static string Event(string function)
    {
        var stage = StageCatalog.All.FirstOrDefault(stage => stage.FunctionName("bluegreen", "ssm") == function);
        return stage is not null ? DocumentOf(stage.In).GetRawText() : function switch
        {
            "bluegreen-OnArtifact" => Samples.Artifact(),
            "bluegreen-OnRequest" => Samples.Request(),
            "bluegreen-OnPipeline" => "{}",
            Probe => """{"app":"shop"}""",
            "bluegreen-OnAlarm" => Samples.Alarm(),
            _ => Samples.Execution("SUCCEEDED"),
        };
    }

    private static JsonElement DocumentOf(Type kind)
    {
        var artifact = new Artifact(new Uri("s3://artifacts/shop/1/shop.tgz"), "1", FakeArtifacts.Digest, 1);
        var request = new ReleaseRequest(FakeWorld.Configuration(), artifact, "ann");
        var release = InitialDocument.Of(request, "shop-1-abc", DateTimeOffset.UnixEpoch);
        return kind == typeof(TriggerRequest) ? ReleaseJson.ToElement(new TriggerRequest(Rollback: new RollbackRequest("shop", "ann", "test")))
            : kind == typeof(ApprovalRequest) ? ReleaseJson.ToElement(new ApprovalRequest("token", release))
            : kind == typeof(Release) ? ReleaseJson.ToElement(release)
            : ReleaseJson.ToElement(new TargetRelease { Header = release.Header, Plan = release.Plan, Progress = release.Progress, Target = release.Targets[0] with { Live = Traffic.Color.Blue } });
    }
}
