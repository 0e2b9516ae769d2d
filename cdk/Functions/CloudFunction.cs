using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace BlueGreenServerless.Cdk.Functions;

/// <summary>
/// One function: the shared package under its own name, with its own role and its own log. The role may write that log and nothing else
/// until it is granted more.
/// </summary>
public sealed class CloudFunction : Construct
{
    /// <summary>The managed runtime; this version of the CDK has no constant for it.</summary>
    public static readonly Runtime Dotnet10 = new("dotnet10", RuntimeFamily.DOTNET_CORE);

    public CloudFunction(Construct scope, string id, CloudFunctionProps props)
        : base(scope, id)
    {
        var log = new LogGroup(this, "Log", new LogGroupProps
        {
            LogGroupName = $"/aws/lambda/{props.Name}", Retention = RetentionDays.THREE_MONTHS, RemovalPolicy = RemovalPolicy.DESTROY,
        });
        Role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com"), Description = $"What {props.Name} may do." });
        log.GrantWrite(Role);
        Function = new Function(this, "Function", new FunctionProps
        {
            FunctionName = props.Name,
            Runtime = Dotnet10,
            Architecture = props.Architecture,
            Handler = props.Handler,
            Code = props.Code,
            Role = Role,
            LogGroup = log,
            Timeout = props.Timeout,
            MemorySize = 512,
            Tracing = Tracing.ACTIVE,
            Environment = new Dictionary<string, string>(props.Environment, StringComparer.Ordinal),
            DeadLetterQueue = props.DeadLetters,
            RetryAttempts = props.DeadLetters is null ? null : 2,
            MaxEventAge = props.DeadLetters is null ? null : Duration.Hours(6),
        });
    }

    public IFunction Function { get; }

    public Role Role { get; }
}
