using System.Collections.Concurrent;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Logging;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>
/// An account on loopback in which the functions run one after the other, made by the composition root of the cloud. Every call is noted
/// under the function that made it. The state machines there do nothing: executions are only started, asked for and answered.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class RecordedCloud : IAsyncDisposable, IFunctionHost
{
    private const string Idle = """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":86400,"End":true}}}""";
    private static readonly string[] _machines = ["bluegreen-release", "bluegreen-rollback", "bluegreen-standby"];

    private readonly BlockingCollection<JsonObject> events = [];
    private readonly EmbeddedEngine engine;
    private readonly Dictionary<string, ServiceProvider> processes = new(StringComparer.Ordinal);
    private string running = "";

    private RecordedCloud(AwsDouble aws)
    {
        Aws = aws;
        aws.Storage.Create("state", notifies: false);
        aws.Storage.Create("artifacts");
        aws.Events.Subscribe(happened =>
        {
            events.Add(happened);
            return Task.CompletedTask;
        });
        var definitions = _machines.Select(name => StateMachineDefinition.Load(name, Idle, new Dictionary<string, string>(StringComparer.Ordinal))).ToList();
        engine = new EmbeddedEngine(new EngineOptions { JournalPath = Files.Below("journal"), Definitions = definitions, Functions = this });
        aws.UseEngine(engine, definitions);
        SetVariables();
        aws.Recorder = call => Note(call);
    }

    public AwsDouble Aws { get; }

    public TemporaryDirectory Files { get; } = new();

    /// <summary>Actions by function.</summary>
    public ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> Actions { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of the parameters that were read, by function.</summary>
    public ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> Parameters { get; } = new(StringComparer.Ordinal);

    public static async Task<RecordedCloud> StartAsync() => new(await AwsDouble.StartAsync());

    /// <summary>Runs a stage as its function.</summary>
    public async Task<TOut> RunAsync<TOut>(string function, object document)
    {
        var output = await AsAsync("bluegreen-" + function, name => Process(name).GetRequiredService<StageRunner>().InvokeAsync(name, ReleaseJson.ToElement(document), default));
        return ReleaseJson.FromElement<TOut>(output);
    }

    /// <summary>Runs a function that events start.</summary>
    public async Task HandAsync<THandler>(Func<THandler, Stream, TestLambdaContext, Task> run, string json)
        where THandler : class
    {
        await AsAsync("bluegreen-" + typeof(THandler).Name, async name =>
        {
            var context = new TestLambdaContext { AwsRequestId = "r-1", FunctionName = name, RemainingTime = TimeSpan.FromMinutes(1) };
            await run(ActivatorUtilities.CreateInstance<THandler>(Process(name)), new MemoryStream(Encoding.UTF8.GetBytes(json)), context);
            return name;
        });
    }

    /// <summary>The next event of a kind; others before it are let go.</summary>
    public string Event(string detailType)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return events.GetConsumingEnumerable(limit.Token).First(happened => (string?)happened["detail-type"] == detailType).ToJsonString();
    }

    /// <summary>The release that was started last, as its execution begins with it.</summary>
    public async Task<Release> StartedAsync() => ReleaseJson.FromElement<Release>(
        (await engine.ListAsync(limit: 100)).Where(execution => execution.Machine == _machines[0]).MaxBy(execution => execution.Started)!.Input);

    /// <summary>The store, for the test itself.</summary>
    public IReleaseStore Store => Process("").GetRequiredService<IReleaseStore>();

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken) =>
        throw new InvalidRequestException("These machines call nothing.");

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values)
        {
            await process.DisposeAsync();
        }

        await Aws.DisposeAsync();
        await engine.DisposeAsync();
        Files.Dispose();
    }

    /// <summary>What the test itself calls is nobody's.</summary>
    private async Task<T> AsAsync<T>(string function, Func<string, Task<T>> run)
    {
        running = function;
        try
        {
            return await run(function);
        }
        finally
        {
            running = "";
        }
    }

    /// <summary>Functions remember what they have read, each for itself.</summary>
    private ServiceProvider Process(string function) => processes.TryGetValue(function, out var known) ? known : processes[function] = Compose();

    private static ServiceProvider Compose()
    {
        var collection = new ServiceCollection();
        new Startup().ConfigureServices(collection);
        collection.AddSingleton(new JsonLines(TextWriter.Null, TimeProvider.System));
        collection.AddSingleton(new MetricLines(TextWriter.Null, TimeProvider.System));
        return collection.BuildServiceProvider();
    }

    private void SetVariables()
    {
        var key = Aws.Options.Keys[0];
        foreach (var (name, value) in new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL"] = Aws.Url.AbsoluteUri, ["AWS_REGION"] = Aws.Options.Region, ["AWS_ACCESS_KEY_ID"] = key.Id, ["AWS_SECRET_ACCESS_KEY"] = key.Secret,
            ["BLUEGREEN_PREFIX"] = "bluegreen", ["BLUEGREEN_STATE"] = "s3://state", ["BLUEGREEN_ARTIFACTS"] = "s3://artifacts",
            ["BLUEGREEN_ACCOUNT"] = Aws.Options.Account, ["BLUEGREEN_MACHINES"] = $"arn:aws:states:{Aws.Options.Region}:{Aws.Options.Account}:stateMachine:bluegreen-",
        })
        {
            System.Environment.SetEnvironmentVariable(name, value);
        }
    }

    private void Note(Exchange call)
    {
        var known = Actions.GetOrAdd(running, _ => new ConcurrentDictionary<string, bool>(StringComparer.Ordinal));
        foreach (var action in WireActions.Of(call))
        {
            known[action] = true;
        }

        if (call is { Service: "ssm", Operation: "GetParameter" })
        {
            Parameters.GetOrAdd(running, _ => new ConcurrentDictionary<string, bool>(StringComparer.Ordinal))[(string)JsonNode.Parse(call.Request.Body)!["Name"]!] = true;
        }
    }
}
