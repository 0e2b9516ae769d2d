namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>How long is waited for what.</summary>
/// <param name="Publish">For a refresh to end, in one step.</param>
/// <param name="Foreign">For changes of others to go live by themselves, before they are a reason to refuse.</param>
/// <param name="First">Before the first second look; each one after it waits twice as long.</param>
/// <param name="Longest">Between two looks.</param>
internal sealed record BalancerPace(TimeSpan Publish, TimeSpan Foreign, TimeSpan First, TimeSpan Longest)
{
    public static BalancerPace Of(OvhOptions options) => new(options.PublishTimeout, TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(3));

    /// <summary>For all that one step waits for.</summary>
    public Patience Patience(TimeProvider time) => new(Publish, time);

    /// <summary>Looks until it holds or the time is over.</summary>
    /// <returns>Whether it held.</returns>
    public async Task<bool> HoldsAsync(Func<Task<bool>> condition, TimeSpan within, TimeProvider time, CancellationToken cancellationToken)
    {
        var (begin, wait) = (time.GetTimestamp(), First);
        while (!await condition())
        {
            if (time.GetElapsedTime(begin) >= within)
            {
                return false;
            }

            await Task.Delay(wait, time, cancellationToken);
            wait = wait * 2 < Longest ? wait * 2 : Longest;
        }

        return true;
    }
}
