using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>
/// Makes what is missing of an environment, wave by wave. Nothing is remembered between two runs: each part is looked for before it is made,
/// so one that was cut is completed by the next.
/// </summary>
internal sealed class Construction(IEnvironment environment, Waiting waiting, Action<IEnvironmentPart, string> say)
{
    private readonly Dictionary<IEnvironmentPart, long> asked = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await environment.BeginAsync(cancellationToken);
        foreach (var wave in environment.Waves)
        {
            foreach (var part in wave)
            {
                await BeginAsync(part, cancellationToken);
            }

            foreach (var part in wave)
            {
                await waiting.UntilAsync(() => LookAsync(part, cancellationToken), cancellationToken);
            }
        }

        await environment.PublishAsync(cancellationToken);
    }

    /// <summary>All of a wave are begun before one is waited for: machines take minutes.</summary>
    private async Task BeginAsync(IEnvironmentPart part, CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(part, cancellationToken);
        }
        catch (ProviderUnavailableException passing)
        {
            say(part, $"is tried again: {passing.Message}");
        }
    }

    /// <returns>Null when it is ready, else what is waited for.</returns>
    private async Task<string?> LookAsync(IEnvironmentPart part, CancellationToken cancellationToken)
    {
        var look = await part.LookAsync(cancellationToken);
        return look.Status switch
        {
            PartStatus.Ready or PartStatus.Different => null,
            PartStatus.Coming => $"the {part.Kind} '{part.Name}': {look.Text}",
            PartStatus.Missing => await MakeAsync(part, cancellationToken),
            _ => throw new ProviderRefusedException(look.Text),
        };
    }

    /// <summary>An answer that was lost, or a list that lags, must not make a second one of the same name.</summary>
    private async Task<string> MakeAsync(IEnvironmentPart part, CancellationToken cancellationToken)
    {
        if (!asked.TryGetValue(part, out var at) || waiting.Time.GetElapsedTime(at) > waiting.Unseen)
        {
            asked[part] = waiting.Time.GetTimestamp();
            say(part, "is made");
            await part.MakeAsync(cancellationToken);
        }

        return $"the {part.Kind} '{part.Name}' has been asked for and is not seen yet.";
    }
}
