namespace BlueGreenServerless.AwsStand.Template;

/// <param name="Definition">Amazon States Language.</param>
public sealed record DeployedMachine(string Name, string Definition, IReadOnlyDictionary<string, string> Substitutions);
