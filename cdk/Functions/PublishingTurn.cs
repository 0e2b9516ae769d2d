namespace BlueGreenServerless.Cdk.Functions;

/// <summary>Waits for its turn among all processes of this machine, and gives it on at the end.</summary>
internal sealed class PublishingTurn : IDisposable
{
    private readonly Mutex mutex;

    public PublishingTurn(string name)
    {
        mutex = new Mutex(initiallyOwned: false, $"Global\\{name}");
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // the one before was killed; the package is judged by its time, so nothing has to be put right
            return;
        }
    }

    public void Dispose()
    {
        mutex.ReleaseMutex();
        mutex.Dispose();
    }
}
