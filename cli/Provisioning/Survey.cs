using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>What there is of an environment. Reads only.</summary>
/// <param name="Parts">In the order in which they are made; what is surplus is at the end.</param>
internal sealed record Survey(IEnvironment Environment, string Provider, IReadOnlyList<SurveyedPart> Parts)
{
    public bool IsComplete => Parts.All(seen => seen.IsSurplus || seen.Look.Status == PartStatus.Ready);

    public static async Task<Survey> OfAsync(IEnvironment environment, string provider, CancellationToken cancellationToken)
    {
        var wanted = environment.Waves.SelectMany(wave => wave).Select(part => (Part: part, IsSurplus: false));
        var surplus = (await environment.SurplusAsync(cancellationToken)).Select(part => (Part: part, IsSurplus: true));
        var seen = new List<SurveyedPart>();
        foreach (var (part, isSurplus) in wanted.Concat(surplus))
        {
            seen.Add(new SurveyedPart(part, await part.LookAsync(cancellationToken), await part.PriceAsync(cancellationToken), isSurplus));
        }

        return new Survey(environment, provider, seen);
    }

    /// <exception cref="ProviderRefusedException">Something stands in the way that was not made here, or not like this; all of it is listed.</exception>
    public static void RefuseObstacles(IEnumerable<Survey> surveys)
    {
        var obstacles = surveys.SelectMany(survey => survey.Parts)
            .Where(seen => !seen.IsSurplus && seen.Look.Status is PartStatus.Foreign or PartStatus.Different).Select(seen => seen.Look.Text).ToList();
        if (obstacles.Count > 0)
        {
            throw new ProviderRefusedException(string.Join('\n', obstacles.Append("Nothing was changed.")));
        }
    }
}
