using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SQS;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Cdk.Machines;
using BlueGreenServerless.Cdk.Rights;
using BlueGreenServerless.Cdk.Storage;
using BlueGreenServerless.Functions.Hosting;

namespace BlueGreenServerless.Cdk.Triggers;

/// <summary>The functions that events start, and the queue that keeps what they refused or failed on.</summary>
public sealed class TriggerFunctions : Construct
{
    private readonly Dictionary<string, IFunction> all = new(StringComparer.Ordinal);

    public TriggerFunctions(Construct scope, string id, PackageSettings package, ReleaseBuckets buckets, ReleaseMachines machines)
        : base(scope, id)
    {
        DeadLetters = new Queue(this, "DeadLetters", new QueueProps { RetentionPeriod = Duration.Days(14), EnforceSSL = true, Encryption = QueueEncryption.SQS_MANAGED });
        foreach (var trigger in TriggerCatalog.All)
        {
            var role = Make(package, trigger);
            StorageRights.KeepState(role, buckets.State);
            AllowByName(role, trigger.Name, buckets, machines);
        }
    }

    public Queue DeadLetters { get; }

    /// <summary>By name without the prefix.</summary>
    public IReadOnlyDictionary<string, IFunction> All => all;

    private static void AllowByName(Role role, string trigger, ReleaseBuckets buckets, ReleaseMachines machines)
    {
        if (trigger == "OnAlarm")
        {
            machines.AllowStart(role, "rollback");
            machines.AllowAnswer(role);
            return;
        }

        machines.AllowStart(role, "release");
        if (trigger == "OnExecution")
        {
            machines.AllowStart(role, "rollback");
            machines.AllowDescribing(role);
        }

        if (trigger == "OnPipeline")
        {
            StorageRights.ReadArtifacts(role, buckets.Artifacts);
            _ = role.AddToPrincipalPolicy(Statements.Allow(["codepipeline:PutJobSuccessResult", "codepipeline:PutJobFailureResult"], ["*"]));
        }
    }

    private Role Make(PackageSettings package, TriggerEntry trigger)
    {
        var function = new CloudFunction(this, trigger.Name, new CloudFunctionProps
        {
            Name = $"{package.Prefix}-{trigger.Name}",
            Handler = trigger.Handler,
            Code = package.Code,
            Architecture = package.Architecture,
            Timeout = Duration.Seconds(60),
            Environment = package.Environment,
            DeadLetters = DeadLetters,
        });
        all.Add(trigger.Name, function.Function);
        return function.Role;
    }
}
