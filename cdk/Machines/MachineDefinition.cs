using System.Text.RegularExpressions;

namespace BlueGreenServerless.Cdk.Machines;

/// <summary>What a definition refers to, read from its text: a file grants nothing by itself.</summary>
public sealed partial record MachineDefinition(string Path, IReadOnlyList<string> Stages, IReadOnlyList<string> Substitutions)
{
    public static MachineDefinition Read(string path)
    {
        var text = File.ReadAllText(path);
        return new MachineDefinition(
            path,
            [.. StageName().Matches(text).Select(match => match.Groups["stage"].Value).Distinct(StringComparer.Ordinal)],
            [.. Substitution().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)]);
    }

    [GeneratedRegex(@"\$\{FunctionPrefix\}-(?<stage>[A-Za-z]+)", RegexOptions.None, 1000)]
    private static partial Regex StageName();

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Substitution();
}
