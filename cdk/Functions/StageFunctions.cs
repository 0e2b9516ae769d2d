using Amazon.CDK.AWS.IAM;
using BlueGreenServerless.Cdk.Machines;
using BlueGreenServerless.Cdk.Rights;
using BlueGreenServerless.Cdk.Storage;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;

namespace BlueGreenServerless.Cdk.Functions;

/// <summary>One function per stage and provider, derived from the catalog of stages.</summary>
public sealed class StageFunctions : Construct
{
    /// <summary>A little less than the state's own timeout of 60 s, so that the function is cut first and says why.</summary>
    private static readonly Duration _time = Duration.Seconds(55);

    private readonly Dictionary<string, CloudFunction> all = new(StringComparer.Ordinal);

    public StageFunctions(Construct scope, string id, PackageSettings package, ProviderRights rights, RightNames names, ReleaseBuckets buckets)
        : base(scope, id)
    {
        var placeholders = new Placeholders(Stack.Of(this), buckets.State.BucketArn, names.Values);
        foreach (var stage in StageCatalog.All)
        {
            foreach (var provider in stage.Scope == StageScope.None ? [null] : rights.ProvidersOf(stage.Scope).Cast<string?>())
            {
                var function = Make(package, stage, provider);
                StorageRights.ForStage(function.Role, stage.Name, buckets);
                foreach (var statement in rights.For(stage, provider).Select(right => Statements.Of(right, placeholders)).OfType<PolicyStatement>())
                {
                    _ = function.Role.AddToPrincipalPolicy(statement);
                }
            }
        }
    }

    /// <summary>By name without the prefix.</summary>
    public IReadOnlyDictionary<string, CloudFunction> All => all;

    /// <summary>All functions of a stage.</summary>
    public IEnumerable<CloudFunction> Of(string stage) =>
        all.Where(function => function.Key == stage || function.Key.StartsWith(stage + "-", StringComparison.Ordinal)).Select(function => function.Value);

    /// <summary>The stages that start executions: a request from outside, and the end of a release when another one waits.</summary>
    public void AllowStarting(ReleaseMachines machines)
    {
        foreach (var function in Of("Trigger").Concat(Of("Complete")))
        {
            machines.AllowStart(function.Role, "release");
        }

        foreach (var function in Of("Trigger"))
        {
            machines.AllowStart(function.Role, "rollback");
            machines.AllowAnswer(function.Role);
        }

        foreach (var function in Of("Approve"))
        {
            machines.AllowAnswer(function.Role);
        }
    }

    private CloudFunction Make(PackageSettings package, StageEntry stage, string? provider)
    {
        var name = provider is null ? stage.Name : $"{stage.Name}-{provider}";
        var function = new CloudFunction(this, name, new CloudFunctionProps
        {
            Name = stage.FunctionName(package.Prefix, provider),
            Handler = TriggerCatalog.StageHandler,
            Code = package.Code,
            Architecture = package.Architecture,
            Timeout = stage.Name == "SmokeTest" ? Duration.Seconds(110) : _time,
            Environment = package.Environment,
        });
        all.Add(name, function);
        return function;
    }
}
