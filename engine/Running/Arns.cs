namespace BlueGreenServerless.Engine.Running;

/// <summary>Names in the form that Step Functions has them; the last part is what counts here.</summary>
internal static class Arns
{
    private const string Prefix = "arn:aws:states:local:000000000000:";

    public static string StateMachine(string machine) => $"{Prefix}stateMachine:{machine}";

    public static string Execution(string machine, string name) => $"{Prefix}execution:{machine}:{name}";

    /// <summary>The machine's name, from an ARN or as it is.</summary>
    public static string MachineOf(string arnOrName) => arnOrName[(arnOrName.LastIndexOf(':') + 1)..];
}
