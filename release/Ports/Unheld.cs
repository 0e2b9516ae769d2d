namespace BlueGreenServerless.Ports;

/// <summary>What stands for a hold where there is nothing to hold.</summary>
public sealed class Unheld : IDisposable
{
    public void Dispose()
    {
    }
}
