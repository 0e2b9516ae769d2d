namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>A registered target: a process that listens on 127.0.0.1.</summary>
/// <param name="Id">An instance's.</param>
public sealed record Target(string Id, int Port);
