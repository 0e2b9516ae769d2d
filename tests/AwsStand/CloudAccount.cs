using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using BlueGreenServerless.AwsStand.Lambda;
using BlueGreenServerless.AwsStand.Rights;
using BlueGreenServerless.AwsStand.Template;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Records;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Secrets;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.AwsStand;

/// <summary>
/// An AWS account in which this project is deployed: the double of AWS, the functions, rules and state machines of the template that the
/// CDK makes, run as AWS runs them. One at a time in a process, because functions are told where they are by environment variables.
/// </summary>
public sealed class CloudAccount : IAsyncDisposable
{
    private readonly TemporaryDirectory files = new();
    private readonly EmbeddedEngine engine;
    private readonly List<Action<Exchange>> listeners = [];

    private CloudAccount(AwsDouble aws, LeapingTime clock)
    {
        (Aws, Clock) = (aws, clock);
        Template = ReleaseTemplate.Of(aws.Options.Account, aws.Options.Region);
        foreach (var bucket in Template.Buckets)
        {
            aws.Storage.Create(bucket.Name, notifies: bucket.Notifies);
        }

        foreach (var (name, value) in Template.Parameters)
        {
            aws.Parameters.Put(name, value);
        }

        ProcessEnvironment.Set(aws, Template.Functions);
        OriginHeader.Install();
        Objects = new AmazonS3Client(Credentials, new AmazonS3Config { ServiceURL = aws.Url.ToString(), AuthenticationRegion = aws.Options.Region, ForcePathStyle = true });
        Functions = new LambdaFunctions(Template.Functions, clock);
        Rules = new EventRules(Template.Rules, Functions);
        Store = new S3Storage().Store(new Uri($"s3://{StateBucket}"), clock);
        engine = Machines();
        Rights = new RightsWatch(Template.Functions, aws);
        Wire();
    }

    public AwsDouble Aws { get; }

    /// <summary>Of the cloud, the functions and the state machines.</summary>
    public LeapingTime Clock { get; }

    public ReleaseTemplate Template { get; }

    public LambdaFunctions Functions { get; }

    public EventRules Rules { get; }

    /// <summary>Calls that a function's role would not be allowed in AWS.</summary>
    public RightsWatch Rights { get; }

    /// <summary>The store that the functions keep in the state bucket.</summary>
    public IReleaseStore Store { get; }

    public IAmazonS3 Objects { get; }

    public string ArtifactBucket => Template.Buckets.Single(bucket => bucket.Notifies).Name;

    public string StateBucket => Template.Buckets.Single(bucket => !bucket.Notifies).Name;

    private BasicAWSCredentials Credentials => new(Aws.Options.Keys[0].Id, Aws.Options.Keys[0].Secret);

    /// <param name="change">Of the double's options.</param>
    public static async Task<CloudAccount> StartAsync(Func<AwsDoubleOptions, AwsDoubleOptions>? change = null)
    {
        var clock = new LeapingTime();
        var options = new AwsDoubleOptions { Clock = clock };
        var aws = await AwsDouble.StartAsync(change is null ? options : change(options));
        return new CloudAccount(aws, clock);
    }

    /// <summary>ARN of release, rollback or standby.</summary>
    public string MachineArn(string machine) => $"arn:aws:states:{Aws.Options.Region}:{Aws.Options.Account}:stateMachine:{ReleaseTemplate.Prefix}-{machine}";

    /// <summary>Gets every exchange from now on.</summary>
    public void Listen(Action<Exchange> listener)
    {
        lock (listeners)
        {
            listeners.Add(listener);
        }
    }

    public Task PutTextAsync(string bucket, string key, string text) =>
        Objects.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });

    public Task PutFileAsync(string bucket, string key, string path) =>
        Objects.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, FilePath = path });

    /// <summary>Waits until the newest release of the app has ended, and nothing of it runs any more but its window.</summary>
    /// <param name="after">A release that is not meant: the one before.</param>
    public async Task<ReleaseRecord> EndAsync(string app, string? after = null)
    {
        ReleaseRecord? newest = null;
        await Eventually.HoldsAsync(async () =>
        {
            newest = await Store.HistoryAsync(app, 1, CancellationToken.None) is [var first, ..] ? first : null;
            return newest is { EndedAt: not null } && newest.Id != after && await Store.FindLockAsync(app, CancellationToken.None) is null
                && (await ExecutionsAsync(app)).All(execution => execution.Status != ExecutionStatus.Running || execution.Machine.EndsWith("-standby", StringComparison.Ordinal));
        });
        return newest!;
    }

    public async Task<IReadOnlyList<Execution>> ExecutionsAsync(string app) =>
        [.. (await engine.ListAsync(limit: int.MaxValue)).Where(execution => execution.Name.StartsWith(app + "-", StringComparison.Ordinal))];

    public Task<IReadOnlyList<HistoryEvent>> HistoryAsync(Execution execution) => engine.HistoryAsync(execution.Machine, execution.Name);

    /// <summary>As somebody does it by hand.</summary>
    public Task StopAsync(Execution execution, string cause) => engine.StopAsync(execution.Machine, execution.Name, "", cause, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await Aws.DisposeAsync();
        Objects.Dispose();
        LeakSearch.Current.Text("the log of the functions", Functions.Log);
        files.Dispose();
    }

    private EmbeddedEngine Machines()
    {
        var definitions = Template.Machines.Select(machine => StateMachineDefinition.Load(machine.Name, machine.Definition, machine.Substitutions)).ToList();
        var made = new EmbeddedEngine(new EngineOptions
        {
            JournalPath = files.Below("executions.db"), Definitions = definitions, Functions = Functions, Time = Clock, Began = Aws.Follow,
        });
        Aws.UseEngine(made, definitions);
        return made;
    }

    private void Wire()
    {
        Aws.Recorder = Tell;
        Aws.Events.Subscribe(Rules.DeliverAsync);
        Aws.Pipelines.Invoke = (function, happened) => Rules.InvokeAsync(function, happened);
        Listen(Rights.Check);
    }

    private void Tell(Exchange exchange)
    {
        Action<Exchange>[] all;
        lock (listeners)
        {
            all = [.. listeners];
        }

        Array.ForEach(all, listener => listener(exchange));
    }
}
