using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.StepFunctions;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Cdk.Rights;

namespace BlueGreenServerless.Cdk.Machines;

/// <summary>The three state machines, from the definitions that the embedded engine runs too. Each may invoke exactly the functions it names.</summary>
public sealed class ReleaseMachines : Construct
{
    private readonly ReleaseStackOptions options;
    private readonly StageFunctions stages;

    public ReleaseMachines(Construct scope, string id, ReleaseStackOptions options, StageFunctions stages)
        : base(scope, id)
    {
        (this.options, this.stages) = (options, stages);
        Rollback = Make("rollback");
        Standby = Make("standby");
        Release = Make("release", ("RollbackStateMachineArn", Rollback), ("StandbyStateMachineArn", Standby));
        AllowStart(Release.Role, "standby");
        AllowRunning(Release.Role, "rollback");
    }

    public StateMachine Release { get; }

    public StateMachine Rollback { get; }

    public StateMachine Standby { get; }

    public IReadOnlyList<StateMachine> All => [Release, Rollback, Standby];

    /// <summary>By the machine's name: a machine depends on the functions that it invokes, so those cannot depend on the machine.</summary>
    /// <param name="machine">release, rollback or standby.</param>
    public void AllowStart(IGrantable starter, string machine) => Allow(starter, ["states:StartExecution"], ArnOf("stateMachine", machine));

    /// <summary>Task tokens name no resource but the machine that waits.</summary>
    public void AllowAnswer(IGrantable answerer) => Allow(answerer, ["states:SendTaskSuccess"], ArnOf("stateMachine", "release"));

    public void AllowDescribing(IGrantable reader)
    {
        foreach (var machine in (string[])["release", "rollback"])
        {
            Allow(reader, ["states:DescribeExecution"], ArnOf("execution", $"{machine}:*"));
        }
    }

    /// <summary>Starting and waiting for the end: Step Functions listens with a managed rule of this name (developer guide, "startExecution.sync").</summary>
    private void AllowRunning(IGrantable starter, string machine)
    {
        AllowStart(starter, machine);
        Allow(starter, ["states:DescribeExecution", "states:StopExecution"], ArnOf("execution", $"{machine}:*"));
        var stack = Stack.Of(this);
        Allow(
            starter, ["events:PutTargets", "events:PutRule", "events:DescribeRule"],
            $"arn:{stack.Partition}:events:{stack.Region}:{stack.Account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");
    }

    private StateMachine Make(string name, params (string Name, StateMachine Machine)[] machines)
    {
        var definition = MachineDefinition.Read(Path.Combine(options.Definitions, $"{name}.asl.json"));
        var substitutions = machines.ToDictionary(other => other.Name, other => other.Machine.StateMachineArn, StringComparer.Ordinal);
        substitutions["FunctionPrefix"] = options.Prefix;
        var machine = new StateMachine(this, name, new StateMachineProps
        {
            StateMachineName = $"{options.Prefix}-{name}",
            StateMachineType = StateMachineType.STANDARD,
            DefinitionBody = DefinitionBody.FromFile(definition.Path),
            DefinitionSubstitutions = substitutions,
            TracingEnabled = true,
            Logs = new LogOptions { Destination = Log(name), Level = LogLevel.ERROR, IncludeExecutionData = false },
        });
        foreach (var function in definition.Stages.SelectMany(stages.Of))
        {
            Allow(machine.Role, ["lambda:InvokeFunction"], function.Function.FunctionArn);
        }

        return machine;
    }

    /// <summary>Step Functions can only write to logs whose names begin like this when there are many.</summary>
    private LogGroup Log(string name) => new(this, $"{name}Log", new LogGroupProps
    {
        LogGroupName = $"/aws/vendedlogs/states/{options.Prefix}-{name}", Retention = RetentionDays.THREE_MONTHS, RemovalPolicy = RemovalPolicy.DESTROY,
    });

    private string ArnOf(string resource, string name)
    {
        var stack = Stack.Of(this);
        return $"arn:{stack.Partition}:states:{stack.Region}:{stack.Account}:{resource}:{options.Prefix}-{name}";
    }

    private static void Allow(IGrantable role, string[] actions, string resource) =>
        _ = role.GrantPrincipal.AddToPrincipalPolicy(Statements.Allow(actions, [resource]));
}
