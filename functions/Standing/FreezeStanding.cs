using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Standing;

/// <summary>Refuses what must not start while an app is frozen.</summary>
internal static class FreezeStanding
{
    public static async Task CheckAsync(IReleaseStore store, string app, CancellationToken cancellationToken)
    {
        if (await store.FindFreezeAsync(app, cancellationToken) is { } freeze)
        {
            throw new ReleaseFrozenException(
                $"Releases of '{app}' are frozen since {freeze.At:u} by '{freeze.By}': {freeze.Reason}. Only rollbacks are allowed. Unfreeze the app to release.");
        }
    }
}
