using System.Collections.Concurrent;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Logging;
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

    private readonly EmbeddedEngine engine;
    private readonly ServiceProvider services;
    private string running = "";

    private RecordedCloud(AwsDouble aws)
    {
        Aws = aws;
        aws.Storage.Create("state", notifies: false);
        aws.Storage.Create("artifacts");
        aws.Events.Subscribe(happened =>
        {
            Happened.Add(happened);
            return Task.CompletedTask;
        });
        var definitions = _machines.Select(name => StateMachineDefinition.Load(name, Idle, new Dictionary<string, string>(StringComparer.Ordinal))).ToList();
        engine = new EmbeddedEngine(new EngineOptions { JournalPath = Files.Below("journal"), Definitions = definitions, Functions = this });
        aws.UseEngine(engine, definitions);
        SetVariables();
        services = Compose();
        aws.Recorder = call => Note(call);
    }

    public AwsDouble Aws { get; }

    public TemporaryDirectory Files { get; } = new();

    /// <summary>Events so far.</summary>
    public BlockingCollection<JsonObject> Happened { get; } = [];

    /// <summary>Actions by function.</summary>
    public ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> Actions { get; } = new(StringComparer.Ordinal);

    public static async Task<RecordedCloud> StartAsync() => new(await AwsDouble.StartAsync());

    /// <summary>Runs a stage as its function.</summary>
    public async Task<TOut> RunAsync<TOut>(string function, object document)
    {
        running = "bluegreen-" + function;
        return ReleaseJson.FromElement<TOut>(await services.GetRequiredService<StageRunner>().InvokeAsync(running, ReleaseJson.ToElement(document), default));
    }

    /// <summary>Runs a function that events start; one that is refused has asked what it has asked.</summary>
    public async Task HandAsync<THandler>(Func<THandler, Stream, TestLambdaContext, Task> run, string json)
        where THandler : class
    {
        running = "bluegreen-" + typeof(THandler).Name;
        var context = new TestLambdaContext { AwsRequestId = "r-1", FunctionName = running, RemainingTime = TimeSpan.FromMinutes(1) };
        await run(ActivatorUtilities.CreateInstance<THandler>(services), new MemoryStream(Encoding.UTF8.GetBytes(json)), context);
    }

    /// <summary>Input of the execution that was started last.</summary>
    public async Task<JsonElement> StartedAsync(string machine = "bluegreen-release") =>
        (await engine.ListAsync(limit: 100)).Where(execution => execution.Machine == machine).MaxBy(execution => execution.Started)!.Input;

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken) =>
        throw new InvalidRequestException("These machines call nothing.");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Aws.DisposeAsync();
        await engine.DisposeAsync();
        Files.Dispose();
    }

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
    }
}
