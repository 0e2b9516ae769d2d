using System.Text.RegularExpressions;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.StepFunctions;

/// <summary>Names of machines and executions, as ARNs.</summary>
internal sealed partial class StateMachineArn(AwsDoubleOptions options)
{
    public string Machine(string machine) => $"{Prefix}stateMachine:{machine}";

    public string Execution(string machine, string name) => $"{Prefix}execution:{machine}:{name}";

    /// <exception cref="AwsException">It is not the ARN of a state machine of this account.</exception>
    public string MachineOf(string arn) => arn.StartsWith($"{Prefix}stateMachine:", StringComparison.Ordinal) && arn.Split(':') is [_, _, _, _, _, _, var machine]
        ? machine
        : throw new AwsException("InvalidArn", $"Invalid Arn: '{arn}'");

    /// <exception cref="AwsException">It is not the ARN of an execution of this account.</exception>
    public (string Machine, string Name) ExecutionOf(string arn) => arn.StartsWith($"{Prefix}execution:", StringComparison.Ordinal) && arn.Split(':') is [_, _, _, _, _, _, var machine, var name]
        ? (machine, name)
        : throw new AwsException("InvalidArn", $"Invalid Arn: '{arn}'");

    /// <exception cref="AwsException">AWS would not take the name.</exception>
    public static string CheckedName(string name) => Allowed().IsMatch(name) ? name : throw new AwsException("InvalidName", $"Invalid Name: '{name}'");

    private string Prefix => $"arn:aws:states:{options.Region}:{options.Account}:";

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{1,80}\z", RegexOptions.None, 1000)]
    private static partial Regex Allowed();
}
