using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>Looks at what a release in AWS needs beside its targets: credentials, buckets, state machines, the app's file.</summary>
internal sealed class DeploymentExamination(AwsAccount account, Lazy<IAmazonStepFunctions> machines, HostSettings settings)
{
    private static readonly string[] _machines = [EmbeddedDefinitions.Release, EmbeddedDefinitions.Rollback, EmbeddedDefinitions.Standby];

    public async Task<IReadOnlyList<Diagnosis>> RunAsync(string app, CancellationToken cancellationToken)
    {
        var identity = await IdentityAsync(cancellationToken);
        if (identity.Any(found => found.Level == DiagnosisLevel.Blocking))
        {
            // nothing else can be looked at without credentials
            return identity;
        }

        var found = new List<Diagnosis>(identity);
        found.AddRange(await BucketAsync(settings.State.Host, cancellationToken));
        found.AddRange(await BucketAsync(settings.Artifacts.Host, cancellationToken));
        found.AddRange(await EventsAsync(cancellationToken));
        found.AddRange(await FileAsync(app, cancellationToken));
        foreach (var machine in _machines)
        {
            found.AddRange(await MachineAsync(machine, cancellationToken));
        }

        return found;
    }

    private Task<IReadOnlyList<Diagnosis>> IdentityAsync(CancellationToken cancellationToken) => AwsLook.AtAsync("sts:GetCallerIdentity", async () =>
    {
        var client = account.Client<IAmazonSecurityTokenService, AmazonSecurityTokenServiceConfig>(
            (credentials, config) => new AmazonSecurityTokenServiceClient(credentials, config), config => new AmazonSecurityTokenServiceClient(config));
        var caller = await AwsCall.RunAsync("asking who this is", () => client.Value.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken));
        return caller.Account == settings.Account
            ? [Diagnosis.Fine($"signed in as '{caller.Arn}'")]
            : [Diagnosis.Blocking($"The credentials are of the account '{caller.Account}'. The deployment is in '{settings.Account}'. Choose another --profile.")];
    });

    private Task<IReadOnlyList<Diagnosis>> BucketAsync(string bucket, CancellationToken cancellationToken) => AwsLook.AtAsync("s3:GetBucketVersioning", async () =>
    {
        try
        {
            var answer = await AwsCall.RunAsync(
                $"looking at the bucket '{bucket}'", () => account.Storage.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = bucket }, cancellationToken));
            return answer.VersioningConfig?.Status == VersionStatus.Enabled
                ? [Diagnosis.Fine($"the bucket '{bucket}' is there and keeps versions")]
                : [Diagnosis.Blocking(
                    $"The bucket '{bucket}' keeps no versions: its versioning is '{answer.VersioningConfig?.Status?.Value ?? "off"}'. It must be 'Enabled', so that an artifact never changes under a release. Switch it on, or deploy the stack again.")];
        }
        catch (Failures.ProviderRefusedException refused) when (refused.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return [Diagnosis.Blocking($"There is no bucket '{bucket}'. The deployment's buckets must exist. Deploy the stack again, or correct --deployment or --region.")];
        }
    });

    private Task<IReadOnlyList<Diagnosis>> EventsAsync(CancellationToken cancellationToken) => AwsLook.AtAsync("s3:GetBucketNotification", async () =>
    {
        var request = new GetBucketNotificationRequest { BucketName = settings.Artifacts.Host };
        var answer = await AwsCall.RunAsync("reading the notifications", () => account.Storage.GetBucketNotificationAsync(request, cancellationToken));
        return answer.EventBridgeConfiguration is not null
            ? [Diagnosis.Fine("an upload starts a release")]
            : [Diagnosis.Warning(
                $"The bucket '{request.BucketName}' sends '0' events to EventBridge. They are needed for uploads that start releases by themselves; 'bluegreen push' does without. Switch EventBridge on for the bucket, or deploy the stack again.")];
    });

    private Task<IReadOnlyList<Diagnosis>> FileAsync(string app, CancellationToken cancellationToken) => AwsLook.AtAsync("s3:GetObject", async () =>
    {
        var key = Configurations.PathOf(app);
        try
        {
            var request = new GetObjectMetadataRequest { BucketName = settings.State.Host, Key = key };
            await AwsCall.RunAsync($"looking at '{key}'", () => account.Storage.GetObjectMetadataAsync(request, cancellationToken));
            return [Diagnosis.Fine($"the deployment knows the app: '{key}'")];
        }
        catch (Failures.ProviderRefusedException refused) when (refused.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return [Diagnosis.Warning($"The deployment does not know '{app}' yet: there is no '{key}' in '{settings.State}'. Uploads need it. 'bluegreen push' writes it.")];
        }
    });

    private Task<IReadOnlyList<Diagnosis>> MachineAsync(string machine, CancellationToken cancellationToken) => AwsLook.AtAsync("states:DescribeStateMachine", async () =>
    {
        var arn = settings.MachineArn(machine);
        try
        {
            await AwsCall.RunAsync(
                $"looking at the state machine '{arn}'", () => machines.Value.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn }, cancellationToken));
            return [Diagnosis.Fine($"the state machine '{arn[(arn.LastIndexOf(':') + 1)..]}' is there")];
        }
        catch (Failures.ProviderRefusedException refused) when (refused.InnerException is StateMachineDoesNotExistException)
        {
            return [Diagnosis.Blocking($"There is no state machine '{arn}'. All of {string.Join(", ", _machines)} must exist. Deploy the stack again, or correct --deployment or --region.")];
        }
    });
}
