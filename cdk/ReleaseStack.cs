using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Cdk.Machines;
using BlueGreenServerless.Cdk.Storage;
using BlueGreenServerless.Cdk.Triggers;
using BlueGreenServerless.Cdk.Watching;

namespace BlueGreenServerless.Cdk;

/// <summary>Host 2: the state machines, their functions, what starts them and what watches them.</summary>
public sealed class ReleaseStack : Stack
{
    public ReleaseStack(Construct scope, string id, ReleaseStackOptions options, IStackProps? props = null)
        : base(scope, id, props)
    {
        var buckets = new ReleaseBuckets(this, "Storage");
        var settings = FunctionEnvironment.Of(this, options.Prefix, buckets);
        var package = new PackageSettings
        {
            Prefix = options.Prefix,
            Code = Code.FromAsset(options.Package),
            Architecture = options.IsArm ? Architecture.ARM_64 : Architecture.X86_64,
            Environment = settings,
        };
        var stages = new StageFunctions(this, "Stages", package, options.Rights, options.Names, buckets);
        var machines = new ReleaseMachines(this, "Machines", options, stages);
        stages.AllowStarting(machines);
        var triggers = new TriggerFunctions(this, "Triggers", package, buckets, machines);
        var rules = new TriggerRules(this, "Rules", triggers, buckets, machines);
        var alarms = new MachineAlarms(this, "Alarms", options.Prefix, machines, triggers, rules);
        _ = new AppProbes(this, "Probes", package, options.Probes, buckets, alarms.Topic);
        _ = new ReleaseDashboard(this, "Dashboard", options.Prefix, machines);

        (Artifacts, State, Topic) = (buckets.Artifacts, buckets.State, alarms.Topic);
        (Triggers, Stages, Machines) = (triggers.All, stages.All, machines);
        _ = new ReleaseOutputs(this, "Outputs", options.Prefix, settings, buckets, machines);
    }

    /// <summary>Where artifacts are uploaded to, as <c>app/version/file</c>.</summary>
    public IBucket Artifacts { get; }

    /// <summary>Where the store lies, and the users' files as <c>config/app.yaml</c>.</summary>
    public IBucket State { get; }

    /// <summary>Told when the machine itself is in trouble.</summary>
    public ITopic Topic { get; }

    /// <summary>Functions that events start, by name without the prefix.</summary>
    public IReadOnlyDictionary<string, IFunction> Triggers { get; }

    /// <summary>Functions of the stages, by name without the prefix.</summary>
    public IReadOnlyDictionary<string, CloudFunction> Stages { get; }

    public ReleaseMachines Machines { get; }
}
