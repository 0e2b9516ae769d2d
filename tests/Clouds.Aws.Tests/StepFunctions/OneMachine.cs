using System.Text.Json;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Clouds.Aws.Tests.StepFunctions;

/// <summary>A double with one state machine, whose only task waits for an answer to its token.</summary>
internal sealed class OneMachine : IAsyncDisposable, IFunctionHost
{
    public const string Arn = "arn:aws:states:eu-west-1:123456789012:stateMachine:ask";

    private const string Definition = """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":600,
          "Parameters":{"FunctionName":"asks","Payload":{"token.$":"$$.Task.Token"}},"End":true}}}
        """;

    private readonly TemporaryDirectory files = new();
    private readonly EmbeddedEngine engine;
    private readonly TaskCompletionSource<string> token = new();

    private OneMachine(Watched watched)
    {
        Watched = watched;
        var definitions = new[] { StateMachineDefinition.Load("ask", Definition, new Dictionary<string, string>(StringComparer.Ordinal)) };
        engine = new EmbeddedEngine(new EngineOptions { JournalPath = files.Below("journal"), Definitions = definitions, Functions = this });
        watched.Aws.UseEngine(engine, definitions);
    }

    public Watched Watched { get; }

    public AwsCommand Command => Watched.Command;

    /// <summary>Completes when the task waits.</summary>
    public Task<string> Token => token.Task;

    public static async Task<OneMachine> StartAsync(AwsDoubleOptions? options = null) => new(await Watched.StartAsync(options));

    /// <summary>Starts an execution and returns its ARN.</summary>
    public async Task<string> StartExecutionAsync(string name, string input) =>
        (await Command.JsonAsync("stepfunctions", "start-execution", "--state-machine-arn", Arn, "--name", name, "--input", input))["executionArn"]!.ToString();

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken)
    {
        token.TrySetResult(payload.GetProperty("token").GetString()!);
        return Task.FromResult(JsonElement.Parse("{}"));
    }

    public async ValueTask DisposeAsync()
    {
        await Watched.DisposeAsync();
        await engine.DisposeAsync();
        files.Dispose();
    }
}
