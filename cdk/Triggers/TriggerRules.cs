using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using BlueGreenServerless.Cdk.Machines;
using BlueGreenServerless.Cdk.Storage;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Triggers;

namespace BlueGreenServerless.Cdk.Triggers;

/// <summary>One rule per trigger that EventBridge starts. What cannot be delivered in time goes to the dead letters.</summary>
public sealed class TriggerRules : Construct
{
    private readonly List<Rule> all = [];

    public TriggerRules(Construct scope, string id, TriggerFunctions triggers, ReleaseBuckets buckets, ReleaseMachines machines)
        : base(scope, id)
    {
        foreach (var trigger in TriggerCatalog.All.Where(trigger => trigger.DetailTypes.Count > 0))
        {
            all.Add(Make(trigger, triggers, Narrowed(trigger.Name, buckets, machines)));
        }
    }

    public IReadOnlyList<Rule> All => all;

    /// <summary>What of an event's detail must match, so that functions are not started for what is not theirs.</summary>
    private static Dictionary<string, object>? Narrowed(string trigger, ReleaseBuckets buckets, ReleaseMachines machines) => trigger switch
    {
        "OnArtifact" => new()
        {
            ["bucket"] = new Dictionary<string, object> { ["name"] = new[] { buckets.Artifacts.BucketName } },
            ["object"] = new Dictionary<string, object> { ["key"] = AnythingBut(ArtifactKey.Aside) },
        },
        "OnAlarm" => new() { ["state"] = new Dictionary<string, object> { ["value"] = new[] { "ALARM" } } },
        "OnExecution" => new()
        {
            ["status"] = new[] { "FAILED", "ABORTED", "TIMED_OUT" },
            ["stateMachineArn"] = new[] { machines.Release.StateMachineArn, machines.Rollback.StateMachineArn },
        },
        _ => null,
    };

    private static object[] AnythingBut(string prefix) =>
        [new Dictionary<string, object> { ["anything-but"] = new Dictionary<string, object> { ["prefix"] = prefix } }];

    private Rule Make(TriggerEntry trigger, TriggerFunctions triggers, Dictionary<string, object>? detail) => new(this, trigger.Name, new RuleProps
    {
        Description = $"Starts {trigger.Name}.",
        EventPattern = new EventPattern
        {
            Source = trigger.Source is { } source ? [source] : null,
            DetailType = [.. trigger.DetailTypes],
            Account = [Stack.Of(this).Account],
            Detail = detail,
        },
        Targets =
        [
            new LambdaFunction(triggers.All[trigger.Name], new LambdaFunctionProps
            {
                DeadLetterQueue = triggers.DeadLetters, MaxEventAge = Duration.Hours(6), RetryAttempts = 24,
            }),
        ],
    });
}
