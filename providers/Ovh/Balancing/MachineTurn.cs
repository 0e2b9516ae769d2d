using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Lets one process of this machine at a time work on a service: two that shared what is remembered as staged would publish each other's
/// halves. It is a lock of the operating system on a file, so a killed holder leaves nothing behind.
/// </summary>
/// <param name="file">Null where there is no directory: each process is alone.</param>
internal sealed class MachineTurn(BalancerApi api, BalancerPace pace, string? file)
{
    /// <returns>What is to be disposed when the work is done; null without a file.</returns>
    /// <exception cref="ProviderUnavailableException">Another process works for too long.</exception>
    public async Task<IDisposable?> TakeAsync(Patience patience, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        FileStream? held = null;
        IOException? taken = null;
        bool IsHeld()
        {
            (held, taken) = Open(file);
            return held is not null;
        }

        return await pace.HoldsAsync(() => Task.FromResult(IsHeld()), patience.Left, api.Time, cancellationToken) ? held
            : throw new ProviderUnavailableException(
                $"Another process works on '{api.Service}' and holds '{file}' for '{patience.Limit.TotalSeconds}' s: {taken?.Message} They do so one after the other. It is tried again.", taken);
    }

    private static (FileStream? Held, IOException? Taken) Open(string file)
    {
        try
        {
            return (new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), null);
        }
        catch (IOException taken)
        {
            return (null, taken);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new ProviderRefusedException($"The lock '{file}' cannot be opened: {denied.Message} It must be writable for the user who releases. Correct its rights.", denied);
        }
    }
}
