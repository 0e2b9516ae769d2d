using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Hosting.Tests.Wire;

/// <summary>Step Functions on loopback with a machine that waits for an answer, and what our functions reach it with.</summary>
internal sealed class OneMachine : IAsyncDisposable, IFunctionHost
{
    private const string Asks = """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":600,
          "Parameters":{"FunctionName":"asks","Payload":{"token.$":"$$.Task.Token"}},"End":true}}}
        """;

    private readonly TemporaryDirectory files = new();
    private readonly TaskCompletionSource<string> token = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EmbeddedEngine engine;
    private readonly AmazonStepFunctionsClient client;

    private OneMachine(AwsDouble aws, VirtualTime time)
    {
        (Aws, Time) = (aws, time);
        var definitions = new[] { StateMachineDefinition.Load("bluegreen-release", Asks, new Dictionary<string, string>(StringComparer.Ordinal)) };
        engine = new EmbeddedEngine(new EngineOptions { JournalPath = files.Below("journal"), Definitions = definitions, Functions = this, Time = time });
        aws.UseEngine(engine, definitions);
        var key = aws.Options.Keys[0];
        var config = new AmazonStepFunctionsConfig { ServiceURL = aws.Url.AbsoluteUri, AuthenticationRegion = aws.Options.Region, MaxErrorRetry = 0 };
        client = new AmazonStepFunctionsClient(new BasicAWSCredentials(key.Id, key.Secret), config);
        var settings = new HostSettings(
            "bluegreen", new Uri("s3://state"), new Uri("s3://artifacts"), aws.Options.Account, $"arn:aws:states:{aws.Options.Region}:{aws.Options.Account}:stateMachine:bluegreen-");
        Executions = new StepFunctionsExecutions(new Lazy<IAmazonStepFunctions>(client), settings, time);
    }

    public AwsDouble Aws { get; }

    public VirtualTime Time { get; }

    public StepFunctionsExecutions Executions { get; }

    /// <summary>Completes when the task of the first execution waits.</summary>
    public Task<string> Token => token.Task;

    public static async Task<OneMachine> StartAsync()
    {
        var time = new VirtualTime();
        return new OneMachine(await AwsDouble.StartAsync(new AwsDoubleOptions { Clock = time }), time);
    }

    public Task StopAsync(string name) => engine.StopAsync("bluegreen-release", name, "Aborted", "by hand", default);

    public Task<Execution> EndAsync(string name) => engine.WaitAsync("bluegreen-release", name, default);

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken)
    {
        token.TrySetResult(payload.GetProperty("token").GetString()!);
        return Task.FromResult(JsonElement.Parse("{}"));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Aws.DisposeAsync();
        await engine.DisposeAsync();
        files.Dispose();
    }
}
