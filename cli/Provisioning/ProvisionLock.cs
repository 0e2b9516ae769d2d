using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>
/// One run at a time changes environments from a state directory: two would look, see nothing, and each make a part of the same name. The
/// system takes the lock back however the process ends.
/// </summary>
internal static class ProvisionLock
{
    /// <exception cref="ReleaseLockedException">Another run has it.</exception>
    public static IDisposable Take(StateDirectory state)
    {
        var path = Path.Combine(state.Root, "provision.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new ReleaseLockedException(
                $"Another 'bluegreen provision' holds '{path}'. One at a time may change environments. Wait for its end, then run this again: it goes on from what is there.", held);
        }
    }
}
