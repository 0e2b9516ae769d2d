namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What we have staged and not seen live.</summary>
/// <param name="Before">What was live before.</param>
/// <param name="LastRefresh">The newest refresh before we staged: a newer one that is done has published it.</param>
internal sealed record Unpublished(Dictionary<string, long?> Before, long LastRefresh);
