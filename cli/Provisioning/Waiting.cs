using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>Looks again until nothing is waited for any more. Passing trouble of a provider is waited out, too.</summary>
/// <param name="Pace">Between two looks.</param>
/// <param name="Patience">Of one thing; machines take minutes.</param>
internal sealed record Waiting(TimeProvider Time, TimeSpan Pace, TimeSpan Patience)
{
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
