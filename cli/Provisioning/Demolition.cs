using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>Destroys what was made here of an environment, in the reverse order, and never what has users.</summary>
/// <param name="color">Only what belongs to this colour; null for everything.</param>
internal sealed class Demolition(IEnvironment environment, Color? color, ReleaseNeeds needs, Waiting waiting, Action<IEnvironmentPart, string> say)
{
    private readonly HashSet<IEnvironmentPart> told = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RefuseUsedAsync(cancellationToken);
        await environment.BeginAsync(cancellationToken);
        var surplus = await environment.SurplusAsync(cancellationToken);
        foreach (var part in environment.Waves.Append(surplus).Reverse().SelectMany(wave => wave.Reverse()).Where(part => part.BelongsTo(color)))
        {
            await waiting.UntilAsync(() => GoneAsync(part, cancellationToken), cancellationToken);
        }

        await environment.PublishAsync(cancellationToken);
    }

    /// <exception cref="EnvironmentInUseException">A colour that would be destroyed has users, or a release may give it some.</exception>
    public async Task RefuseUsedAsync(CancellationToken cancellationToken)
    {
        await needs.RefuseNeededAsync(environment, color, cancellationToken);
        if (await environment.LiveAsync(cancellationToken) is { } live && (color is null || color == live))
        {
            throw new EnvironmentInUseException(
                $"The colour '{live.Lower()}' of '{environment.Name}' is live. Only what has no users is destroyed. " +
                $"{(color is null ? $"Destroy the other one with '--color {live.Other().Lower()}', or take the load balancer off the net first" : "Move the traffic to the other colour first")}.");
        }
    }

    /// <returns>Null when nothing of ours is there any more, else what is waited for.</returns>
    private async Task<string?> GoneAsync(IEnvironmentPart part, CancellationToken cancellationToken)
    {
        if (await IsGoneAsync(part, cancellationToken))
        {
            return null;
        }

        // asked again for every part: a release may have begun, or somebody has moved the traffic meanwhile
        await RefuseUsedAsync(cancellationToken);
        if (told.Add(part))
        {
            say(part, "is destroyed");
        }

        await part.DestroyAsync(cancellationToken);
        return await IsGoneAsync(part, cancellationToken) ? null : $"the {part.Kind} '{part.Name}' is going.";
    }

    private static async Task<bool> IsGoneAsync(IEnvironmentPart part, CancellationToken cancellationToken) =>
        (await part.LookAsync(cancellationToken)).Status is PartStatus.Missing or PartStatus.Foreign;
}
