using System.Text.Json;
using Amazon.StepFunctions;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Functions.Probing;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Artifacts;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Providers.Registry;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>A deployment in AWS: state machines in Step Functions, records in S3. It is spoken to with the user's own credentials.</summary>
internal sealed class AwsHost : IReleaseHost
{
    private readonly AwsAccount _account;
    private readonly HostSettings _settings;
    private readonly Lazy<IAmazonStepFunctions> _machines;
    private readonly StageServices _services;

    private AwsHost(AwsAccount account, HostSettings settings, TimeProvider time, ILoggerFactory logs)
    {
        (_account, _settings) = (account, settings);
        _machines = account.Client<IAmazonStepFunctions, AmazonStepFunctionsConfig>(
            (credentials, config) => new AmazonStepFunctionsClient(credentials, config), config => new AmazonStepFunctionsClient(config));
        Store = new S3ReleaseStore(account.Storage, settings.State.Host, "", time);
        Executions = new StepFunctionsLog(_machines, settings);
        var executions = new AwsExecutions(new StepFunctionsExecutions(_machines, settings, time));
        _services = new StageServices(Ports, Store, new S3Artifacts(account.Storage, Path.GetTempPath()), new HttpProbe(time), executions, time, logs);
    }

    public bool MovesHere => false;

    /// <summary>Step Functions gives an account some 15 reads a second (developer guide, quotas), for everybody.</summary>
    public TimeSpan Pace { get; } = TimeSpan.FromSeconds(2);

    public IReleaseStore Store { get; }

    public IExecutionLog Executions { get; }

    public IPorts Ports { get; } = new ProviderPorts(ProviderRegistry.Discover(), TimeProvider.System, new PassingNotes());

    public static async Task<IReleaseHost> OpenAsync(HostChoice choice, TimeProvider time, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        AwsEnvironment.Use(choice.Profile, choice.Region);
        var account = new AwsAccount(new AwsPlace(Profile: choice.Profile), time);
        return new AwsHost(account, await AwsDeployment.FindAsync(choice.Deployment, account, cancellationToken), time, logs);
    }

    public Task AnswerAsync(string token, JsonElement answer, CancellationToken cancellationToken) =>
        _services.Executions.SendTaskSuccessAsync(token, answer, cancellationToken);

    public async Task<ReleaseRequest> RequestAsync(
        AppSession session, ReleaseConfiguration configuration, Artifact verified, string by, CancellationToken cancellationToken)
    {
        await EarlyRefusal.CheckAsync(session, configuration, cancellationToken);
        await new ConfigurationUpload(_account.Storage, _settings).RunAsync(session, cancellationToken);
        var artifact = await new ArtifactUpload(_account.Storage, _settings).RunAsync(session, verified, cancellationToken);
        return new ReleaseRequest(configuration, artifact, by);
    }

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(string app, CancellationToken cancellationToken) =>
        new DeploymentExamination(_account, _machines, _settings).RunAsync(app, cancellationToken);

    public IReleaseMover Open() => new AwsMover(_services, _machines, _settings, Executions);
}
