using System.Text;
using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Functions.Hosting.Logging;
using BlueGreenServerless.Functions.Hosting.Probes;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Records;
using BlueGreenServerless.Testing.Fakes;

namespace BlueGreenServerless.Hosting.Tests.Events;

/// <summary>The functions that events start, on fakes, with everything they write.</summary>
internal sealed class Doors
{
    private readonly StringWriter written = new();
    private readonly EventFrame frame;
    private readonly MetricLines metrics;
    private readonly Configurations configurations;
    private readonly StageServices services;

    public Doors()
    {
        var settings = new HostSettings("bluegreen", new Uri("s3://state"), new Uri("s3://artifacts"), Samples.Account, Samples.Machines);
        var logs = new JsonLoggerFactory(new JsonLines(written, World.Time));
        metrics = new MetricLines(written, World.Time);
        frame = new EventFrame(settings, metrics, World.Time, logs);
        configurations = new Configurations(Storage, settings, new ConfigurationReader(ProviderRegistry.Discover().All));
        services = new StageServices(World.Ports, World.Store, World.Artifacts, World.Probe, World.Executions, World.Time, logs);
    }

    public FakeWorld World { get; } = new();

    public TextStorage Storage { get; } = new();

    public FakeStates States { get; } = new();

    public FakeJobs Jobs { get; } = new();

    /// <summary>Every line of the log, parsed: one that breaks out of its line is no JSON.</summary>
    public IReadOnlyList<JsonElement> Lines => [.. written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public string Log => written.ToString();

    /// <summary>What the records of the events say: accepted, ignored, refused or failed.</summary>
    public IReadOnlyList<string> Results => [.. Lines.Where(line => line.TryGetProperty("result", out _) && line.TryGetProperty("level", out _)).Select(line => line.GetProperty("result").GetString()!)];

    public Task SendAsync(string trigger, string json) => SendAsync(trigger, Encoding.UTF8.GetBytes(json));

    public async Task SendAsync(string trigger, byte[] text)
    {
        using var input = new MemoryStream(text);
        var context = new TestLambdaContext { AwsRequestId = "r-1", FunctionName = "bluegreen-" + trigger, RemainingTime = TimeSpan.FromMinutes(1) };
        await (trigger switch
        {
            nameof(OnArtifact) => new OnArtifact(frame, services, configurations).RunAsync(input, context),
            nameof(OnRequest) => new OnRequest(frame, services, configurations).RunAsync(input, context),
            nameof(OnPipeline) => new OnPipeline(frame, services, configurations, Storage, Jobs).RunAsync(input, context),
            nameof(ProbeTargets) => new ProbeTargets(frame, configurations, World.Probe, metrics, services.Logs).RunAsync(input, context),
            nameof(OnAlarm) => new OnAlarm(frame, services).RunAsync(input, context),
            _ => new OnExecution(frame, services, States).RunAsync(input, context),
        });
    }

    /// <summary>A release as Plan recorded it, with its lock.</summary>
    public async Task<Release> RecordedAsync(string id = "shop-1-abc", DateTimeOffset? ended = null, Func<Release, Release>? change = null)
    {
        var plan = FakeWorld.Configuration() with { Observe = new() { Alarms = ["shop-5xx"] } };
        var artifact = new Artifact(new Uri("s3://artifacts/shop/1/shop.tgz"), "1", FakeArtifacts.Digest, 1);
        var document = Functions.Trigger.InitialDocument.Of(new ReleaseRequest(plan, artifact, "ann"), id, World.Time.GetUtcNow());
        document = change is null ? document : change(document);
        var grant = await World.Store.AcquireLockAsync("shop", id, TimeSpan.FromHours(1), CancellationToken.None);
        await World.Store.SaveAsync(ReleaseRecord.Of(document, ended), grant, CancellationToken.None);
        if (ended is not null)
        {
            await World.Store.ReleaseLockAsync(grant, CancellationToken.None);
        }

        return document;
    }
}
