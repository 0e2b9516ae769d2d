namespace BlueGreenServerless.AwsStand.Template;

/// <param name="Notifies">Tells EventBridge what happens in it.</param>
public sealed record DeployedBucket(string Name, bool Notifies);
