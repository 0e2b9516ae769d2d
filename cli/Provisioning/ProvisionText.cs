using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Provisioning;

/// <summary>The plan in words.</summary>
internal static class ProvisionText
{
    /// <param name="takes">What would be destroyed; null when the plan is to make.</param>
    public static string Of(Survey survey, Func<IEnvironmentPart, bool>? takes)
    {
        var kind = survey.Parts.Max(seen => seen.Part.Kind.Length);
        var name = survey.Parts.Max(seen => seen.Part.Name.Length);
        var lines = survey.Parts.Select(seen =>
            $"  {Sign(seen, takes)} {seen.Part.Kind.PadRight(kind)}  {seen.Part.Name.PadRight(name)}  {seen.Part.Color?.Lower() ?? "",-5}  {seen.Price.Class,-16} {Note(seen)}".TrimEnd());
        return string.Join('\n', [$"{survey.Environment.Name} ({survey.Provider})", .. lines, Sum(survey, takes)]);
    }

    private static string Sum(Survey survey, Func<IEnvironmentPart, bool>? takes)
    {
        var concerned = survey.Parts.Where(seen => Sign(seen, takes) is '+' or '-').ToList();
        var price = MonthlyPrice.ClassOf(concerned.Select(seen => seen.Price));
        return concerned.Count == 0 ? $"  nothing to {(takes is null ? "make" : "destroy")}"
            : takes is null ? $"  {concerned.Count} of {survey.Parts.Count} to make: {price} more a month, by the provider's list"
            : $"  {concerned.Count} of {survey.Parts.Count} to destroy: {price} less a month, by the provider's list";
    }

    private static char Sign(SurveyedPart seen, Func<IEnvironmentPart, bool>? takes) => (seen.Look.Status, takes) switch
    {
        (PartStatus.Foreign, _) => '!',
        (PartStatus.Missing, null) when !seen.IsSurplus => '+',
        (PartStatus.Missing, _) => ' ',
        (PartStatus.Different, null) when !seen.IsSurplus => '!',
        (_, { } chosen) when chosen(seen.Part) => '-',
        (PartStatus.Coming, _) => '~',
        _ => '=',
    };

    private static string Note(SurveyedPart seen) => (seen.Look.Status, seen.IsSurplus) switch
    {
        (PartStatus.Foreign, _) => "not made here",
        (_, true) => "not in the file any more",
        (PartStatus.Different, _) => "not as in the file",
        (PartStatus.Coming, _) => seen.Look.Text,
        _ => "",
    };
}
