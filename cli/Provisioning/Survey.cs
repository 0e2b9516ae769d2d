using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>What there is of an environment. Reads only.</summary>
/// <param name="Parts">In the order in which they are made; what is surplus is at the end.</param>
internal sealed record Survey(IEnvironment Environment, string Provider, IReadOnlyList<SurveyedPart> Parts)
{
    private IEnumerable<SurveyedPart> Wanted => Parts.Where(seen => !seen.IsSurplus);

    /// <summary>Nothing is missing, and nothing is waited for.</summary>
    public bool IsComplete => Wanted.All(seen => seen.Look.Status is PartStatus.Ready or PartStatus.Different);

    /// <summary>What was made here and is not as the file says, a message for each. It is left as it is, also when the rest is made.</summary>
    public IEnumerable<string> Differences => Texts(PartStatus.Different);

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

    /// <summary>
    /// Before the first change. What was not made here stops everything; what differs only when there is nothing else to do, so that one
    /// colour can be made anew while the other one serves as it is.
    /// </summary>
    /// <exception cref="ProviderRefusedException">All that stands in the way.</exception>
    public static void RefuseObstacles(IReadOnlyCollection<Survey> surveys)
    {
        var foreign = surveys.Any(survey => survey.Texts(PartStatus.Foreign).Any());
        if (foreign || surveys.All(survey => survey.IsComplete))
        {
            Refuse(surveys.SelectMany(survey => survey.Texts(PartStatus.Foreign).Concat(survey.Differences)), "Nothing was changed.");
        }
    }

    /// <summary>After the last change.</summary>
    /// <exception cref="ProviderRefusedException">All that differs.</exception>
    public static void TellDifferences(IReadOnlyCollection<Survey> surveys) =>
        Refuse(surveys.SelectMany(survey => survey.Differences), "Everything else is as in the file.");

    private IEnumerable<string> Texts(PartStatus status) => Wanted.Where(seen => seen.Look.Status == status).Select(seen => seen.Look.Text);

    private static void Refuse(IEnumerable<string> texts, string end)
    {
        var all = texts.ToList();
        if (all.Count > 0)
        {
            throw new ProviderRefusedException(string.Join('\n', all.Append(end)));
        }
    }
}
