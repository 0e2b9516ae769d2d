using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>A state of a definition: what it is and how it runs.</summary>
internal abstract class State(string name)
{
    public string Name { get; } = name;

    /// <summary>Task, Choice, ...: the word in Type and in the names of its events.</summary>
    public abstract string Type { get; }

    /// <summary>The names of all states it can lead to.</summary>
    public abstract IEnumerable<string> Targets { get; }

    /// <exception cref="StateFailedException">It failed and nothing in the state takes the error.</exception>
    /// <exception cref="OperationCanceledException">Its branch is cut.</exception>
    /// <exception cref="StoppedAtBoundaryException">The engine stops; the journal says where to go on.</exception>
    public abstract Task<Transition> RunAsync(Branch branch);

    /// <summary>Next, or null for an End. Exactly one of both is allowed.</summary>
    protected static string? ReadNext(Fields fields)
    {
        var next = fields.Text("Next");
        var ends = fields.Flag("End") == true;
        if (ends == next is not null)
        {
            fields.Report("it must have either 'Next' or 'End: true'");
        }

        return next;
    }
}
