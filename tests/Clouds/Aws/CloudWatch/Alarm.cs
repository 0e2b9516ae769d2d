namespace BlueGreenServerless.Clouds.Aws.CloudWatch;

/// <summary>An alarm as it stands.</summary>
/// <param name="Rule">Of a composite alarm; null for a metric alarm.</param>
/// <param name="Value">OK, ALARM or INSUFFICIENT_DATA.</param>
/// <param name="Updated">Moves also when the value stays.</param>
/// <param name="Transitioned">When the value last changed.</param>
public sealed record Alarm(string Name, string? Rule, string Value, string Reason, DateTimeOffset Updated, DateTimeOffset Transitioned);
