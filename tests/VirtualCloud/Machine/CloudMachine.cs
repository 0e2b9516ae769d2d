using Amazon.Runtime;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Time;
using BlueGreenServerless.VirtualCloud.Clock;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>
/// The real definitions, the functions by their Lambda entry points, and the real providers, over the wire of an AWS account on loopback.
/// The clock of all of them is the test's; only HTTP takes real time.
/// </summary>
internal sealed class CloudMachine : IAsyncDisposable
{
    public const string Prefix = "bluegreen";
    public const string State = "state";

    /// <summary>Further ahead than any wait of a release that runs: only a standby is.</summary>
    private static readonly TimeSpan Far = TimeSpan.FromMinutes(20);

    /// <summary>Real time in which a call over loopback ends on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryDirectory folder = new();
    private readonly Strands strands;
    private readonly Sandboxes sandboxes;
    private readonly bool onOneMachine;
    private EmbeddedEngine engine;

    private CloudMachine(VirtualTime time, AwsDouble aws, bool shared, bool onOneMachine)
    {
        (Time, Aws, strands, this.onOneMachine) = (time, aws, new Strands(time), onOneMachine);
        aws.Storage.Create(State);
        Artifact = UploadedArtifact.In(aws);
        sandboxes = new Sandboxes(Make, shared);
        Functions = new CloudFunctions(sandboxes, strands);
        engine = NewEngine();
    }

    public VirtualTime Time { get; }

    public AwsDouble Aws { get; }

    public CloudFunctions Functions { get; }

    public FakeProbe Probe { get; } = new();

    public Artifact Artifact { get; }

    public EmbeddedEngine Engine => engine;

    /// <param name="change">Changes the account's options.</param>
    /// <param name="shared">All functions share one process.</param>
    /// <param name="onOneMachine">That process is the engine's own, ends with it, and has a directory for what outlives it.</param>
    public static async Task<CloudMachine> StartAsync(Func<AwsDoubleOptions, AwsDoubleOptions>? change = null, bool shared = true, bool onOneMachine = false)
    {
        OnTestTime.Register();
        var time = new VirtualTime();
        var options = new AwsDoubleOptions { Clock = time, HealthInterval = TimeSpan.FromDays(40), Propagation = TimeSpan.FromSeconds(1) };
        return new CloudMachine(time, await AwsDouble.StartAsync(change?.Invoke(options) ?? options), shared, onOneMachine);
    }

    /// <summary>Does something outside of the state machines, as one function would.</summary>
    public Task<T> DoAsync<T>(string function, Func<StageServices, Task<T>> work) =>
        strands.RunAsync(function, () => sandboxes.UseAsync(function, sandbox => work(sandbox.Services)));

    public Task<TriggerResult> ReleaseAsync(ReleaseRequest request) =>
        DoAsync($"{Prefix}-Trigger", services => new TriggerFunction(services).ReleaseAsync(request, default));

    public Task<TriggerResult> RollbackAsync(RollbackRequest request) =>
        DoAsync($"{Prefix}-Trigger", services => new TriggerFunction(services).RollbackAsync(request, default));

    /// <summary>Lets time pass until a task is done.</summary>
    public async Task<T> PassAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            var quiet = strands.WhenQuietAsync(engine.WhenIdleAsync);
            await WithinPatienceAsync(Task.WhenAny(quiet, task));
            if (!task.IsCompleted && !await IsOverSoonAsync(task) && !Time.AdvanceToNext())
            {
                throw new InvalidOperationException("Nobody is at work, nobody waits for time, and it is not done.");
            }
        }

        return await task;
    }

    /// <summary>The host of the machines ends as if it were killed, stays away, and comes back.</summary>
    public Task RestartAsync(TimeSpan away) => strands.RunAsync("restart", async () =>
    {
        await engine.DisposeAsync();
        if (onOneMachine)
        {
            sandboxes.Renew();
        }

        Time.Advance(away);
        engine = NewEngine();
        return await engine.ResumeAsync(CancellationToken.None);
    });

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await Aws.DisposeAsync();
        folder.Dispose();
    }

    private async Task WithinPatienceAsync(Task step)
    {
        try
        {
            await step.WaitAsync(Patience);
        }
        catch (TimeoutException tooLong)
        {
            throw new TimeoutException($"At {Time.GetUtcNow():u} nothing has gone on for {Patience.TotalSeconds} s of real time. At work: {strands}; the engine is {(engine.WhenIdleAsync().IsCompleted ? "idle" : "at work")}.", tooLong);
        }
    }

    /// <summary>The end of an execution is told a moment after it; the clock must not run into its standby meanwhile.</summary>
    private async Task<bool> IsOverSoonAsync(Task task)
    {
        if (Time.NextDue() is { } due && due - Time.GetUtcNow() < Far)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await Task.WhenAny(task, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, patience.Token));
        return task.IsCompleted;
    }

    private Sandbox Make()
    {
        var (options, key) = (Aws.Options, Aws.Options.Keys[0]);
        var settings = new HostSettings(
            Prefix, new Uri($"s3://{State}"), new Uri($"s3://{UploadedArtifact.Bucket}"), options.Account, $"arn:aws:states:{options.Region}:{options.Account}:stateMachine:");
        var place = new AwsPlace(options.Region, Endpoint: Aws.Url) { Given = new BasicAWSCredentials(key.Id, key.Secret) };
        return new Sandbox(place, settings, Probe, strands, Time, folder.Path, onOneMachine ? folder.Below("work") : null);
    }

    private EmbeddedEngine NewEngine()
    {
        var made = new EmbeddedEngine(new EngineOptions
        {
            JournalPath = folder.Below("journal.db"), Definitions = Definitions.All, Functions = Functions, Time = Time, NextRandom = () => 0.5,
            SignalInterval = TimeSpan.FromMilliseconds(200),
        });
        Aws.UseEngine(made, Definitions.All);
        return made;
    }
}
