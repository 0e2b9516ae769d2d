using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// Lets one process at a time change the split of a balancer. It is flock(2) on a file beside the map, so scripts that use
/// <c>flock</c> take part, and a killed holder leaves nothing behind.
/// </summary>
internal static class FileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (Exception error) when (error is UnauthorizedAccessException or DirectoryNotFoundException)
            {
                throw new ProviderRefusedException($"The lock file '{path}' cannot be opened: {error.Message}. Run as a user who may write in its directory.", error);
            }
            catch (IOException error)
            {
                if (time.GetElapsedTime(begun) > Patience)
                {
                    throw new ProviderUnavailableException($"The lock '{path}' is held by another process for more than {Patience.TotalSeconds} s: {error.Message}", error);
                }
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
