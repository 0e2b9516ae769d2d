namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

/// <summary>A service that lives as long as one invocation.</summary>
public sealed class PerInvocation : IDisposable
{
    public bool Disposed { get; private set; }

    public void Dispose() => Disposed = true;
}
