namespace BlueGreenServerless.Engine.Language;

/// <summary>Everything that is wrong with a definition, each with its place.</summary>
internal sealed class Faults
{
    private readonly List<string> all = [];

    public IReadOnlyList<string> All => all;

    public void Add(string place, string fault) => all.Add($"{place}: {fault}.");
}
