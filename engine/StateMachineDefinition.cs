namespace BlueGreenServerless.Engine;

/// <summary>A state machine, read and checked.</summary>
public sealed class StateMachineDefinition
{
    private StateMachineDefinition(string name, string json)
    {
        Name = name;
        Json = json;
    }

    public string Name { get; }

    /// <summary>The definition with its substitutions done.</summary>
    public string Json { get; }

    /// <param name="substitutions">Values of the <c>${Name}</c> in the text.</param>
    /// <exception cref="DefinitionException">Something in it is unknown or missing.</exception>
    public static StateMachineDefinition Load(string name, string json, IReadOnlyDictionary<string, string> substitutions) =>
        throw new NotSupportedException();
}
