using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>What there is of an environment. Reads only.</summary>
/// <param name="Parts">In the order in which they are made.</param>
internal sealed record Survey(IEnvironment Environment, string Provider, IReadOnlyList<SurveyedPart> Parts)
{
    public bool IsComplete => Parts.All(seen => seen.Look.Status == PartStatus.Ready);

    public static async Task<Survey> OfAsync(IEnvironment environment, string provider, CancellationToken cancellationToken)
    {
        var seen = new List<SurveyedPart>();
        foreach (var part in environment.Waves.SelectMany(wave => wave))
        {
            seen.Add(new SurveyedPart(part, await part.LookAsync(cancellationToken), await part.PriceAsync(cancellationToken)));
        }

        return new Survey(environment, provider, seen);
    }

    /// <exception cref="ProviderRefusedException">Something stands in the way that was not made here, or not like this; all of it is listed.</exception>
    public void RefuseObstacles()
    {
        var obstacles = Parts.Where(seen => seen.Look.Status is PartStatus.Foreign or PartStatus.Different).Select(seen => seen.Look.Text).ToList();
        if (obstacles.Count > 0)
        {
            throw new ProviderRefusedException(string.Join('\n', obstacles.Append("Nothing was changed.")));
        }
    }
}
