using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>Looks again until nothing is waited for any more. Passing trouble of a provider is waited out, too.</summary>
/// <param name="Pace">Between two looks.</param>
/// <param name="Patience">Of one thing; machines take minutes.</param>
internal sealed record Waiting(TimeProvider Time, TimeSpan Pace, TimeSpan Patience)
{
    private const int LooksBeforeAnother = 10;

    public static Waiting For(TimeProvider time) => new(time, TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(20));

    /// <summary>How long something that was asked for may stay unseen before it is asked for again: what a provider lists may lag behind what it took on.</summary>
    public TimeSpan Unseen => Pace * LooksBeforeAnother;

    /// <param name="look">Null when it is over, else what is waited for.</param>
    /// <exception cref="ProviderUnavailableException">It took too long; the message has what was waited for.</exception>
    public async Task UntilAsync(Func<Task<string?>> look, CancellationToken cancellationToken)
    {
        var began = Time.GetTimestamp();
        while (await LookAsync(look) is { } waits)
        {
            if (Time.GetElapsedTime(began) > Patience)
            {
                throw new ProviderUnavailableException(
                    $"After '{Patience.TotalMinutes:0}' minutes this is still waited for: {waits} Parts of an environment must be there by then. Look at the provider; the same command goes on from here.");
            }

            await Task.Delay(Pace, Time, cancellationToken);
        }
    }

    private static async Task<string?> LookAsync(Func<Task<string?>> look)
    {
        try
        {
            return await look();
        }
        catch (ProviderUnavailableException passing)
        {
            return passing.Message;
        }
    }
}
