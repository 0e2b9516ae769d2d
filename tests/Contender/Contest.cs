using System.Diagnostics;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Contender;

internal sealed class Contest(string directory, string owner, IReleaseStore store)
{
    private const string App = "shop";
    private const int TwoOwners = 3;
    private const int NotFencedOff = 4;

    private static readonly TimeSpan LongLease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(1);

    private string Witness => Path.Combine(directory, "witness");

    /// <summary>Says that it is there, and waits for the end of its input without asking for it: 200 that ask take a machine's time.</summary>
    public async Task WaitForStartAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "ready-" + owner), "");
        using var input = Console.OpenStandardInput();
        input.ReadByte();
    }

    /// <summary>Holds the lock, and a file that only one may have, for a moment.</summary>
    public async Task<int> WorkAsync()
    {
        var grant = await AcquireAsync(LongLease);
        try
        {
            await using var only = new FileStream(Witness, FileMode.CreateNew);
        }
        catch (IOException)
        {
            return TwoOwners;
        }

        await NoteAsync(grant);
        File.Delete(Witness);
        await InsistAsync(async () =>
        {
            await store.ReleaseLockAsync(grant, CancellationToken.None);
            return grant;
        });
        return 0;
    }

    /// <summary>Gets the lock and is killed with it.</summary>
    public async Task<int> DieAsync()
    {
        await NoteAsync(await AcquireAsync(ShortLease));
        Process.GetCurrentProcess().Kill();
        return 0;
    }

    /// <summary>Gets the lock, hangs until another one has it, and then tries to write.</summary>
    public async Task<int> SleepAsync()
    {
        var grant = await AcquireAsync(ShortLease);
        await NoteAsync(grant);
        while (await InsistAsync(() => store.FindLockAsync(App, CancellationToken.None)) is { } now && now.Fencing == grant.Fencing)
        {
            await Task.Delay(100);
        }

        try
        {
            await InsistAsync(async () =>
            {
                await store.SetLiveAsync(App, null, grant, CancellationToken.None);
                return grant;
            });
            return NotFencedOff;
        }
        catch (LockLostException)
        {
            return 0;
        }
    }

    private Task<LockGrant> AcquireAsync(TimeSpan lease) => InsistAsync(() => store.AcquireLockAsync(App, owner, lease, CancellationToken.None));

    /// <summary>
    /// 200 processes at one file: a store that is busy for too long says so, and a release would try again. Each asks rarely, so that all of them
    /// together ask often and leave the machine to who holds the lock.
    /// </summary>
    private static async Task<T> InsistAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception wait) when (wait is ReleaseLockedException or ProviderUnavailableException)
            {
                await Task.Delay(Random.Shared.Next(500, 4000));
            }
        }
    }

    private Task NoteAsync(LockGrant grant) => File.AppendAllTextAsync(Path.Combine(directory, "order"), $"{grant.Fencing}\n");
}
