namespace BlueGreenServerless.Clouds.Aws.AutoScaling;

/// <summary>An instance of a group.</summary>
/// <param name="State">Pending, InService, Terminating.</param>
public sealed record ScalingInstance(string Id, string State, DateTimeOffset Since);
