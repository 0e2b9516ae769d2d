namespace BlueGreenServerless.AwsStand.Template;

/// <summary>A rule of EventBridge that a clock starts.</summary>
/// <param name="Rate">For example <c>rate(1 minute)</c>.</param>
/// <param name="Function">Name of the function that it starts.</param>
/// <param name="Input">What the function is started with.</param>
public sealed record DeployedSchedule(string Rate, string Function, string Input);
