using BlueGreenServerless.Configuration.Syntax;

namespace BlueGreenServerless.Configuration;

/// <summary>Collects the faults of one file.</summary>
public sealed class FaultList(string file)
{
    private readonly List<Fault> _faults = [];

    public int Count => _faults.Count;

    public void Add(Place at, string message) => _faults.Add(new Fault(file, at.Line, at.Column, message));

    /// <summary>The faults in the order of the file, cut to a number that a person still reads.</summary>
    public IReadOnlyList<Fault> InOrder()
    {
        var all = _faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column).ToList();
        var more = all.Count - ConfigurationResult.MaxFaults;
        return more <= 0 ? all : [.. all.Take(ConfigurationResult.MaxFaults), new Fault(file, 0, 0, $"and {more} more faults; correct these first")];
    }
}
