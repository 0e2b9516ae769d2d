using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine;

/// <summary>A state machine, read and checked.</summary>
public sealed class StateMachineDefinition
{
    private StateMachineDefinition(string name, string json, StateGraph graph, TimeSpan? timeout)
    {
        Name = name;
        Json = json;
        Graph = graph;
        Timeout = timeout;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }

    public string Name { get; }

    /// <summary>The definition with its substitutions done.</summary>
    public string Json { get; }

    /// <summary>SHA-256 of <see cref="Json"/>: running executions keep the definition they were started with.</summary>
    public string Hash { get; }

    internal StateGraph Graph { get; }

    internal TimeSpan? Timeout { get; }

    /// <param name="substitutions">Values of the <c>${Name}</c> in the text.</param>
    /// <exception cref="DefinitionException">Something in it is unknown or missing.</exception>
    public static StateMachineDefinition Load(string name, string json, IReadOnlyDictionary<string, string> substitutions)
    {
        var faults = new Faults();
        var definition = Read(name, Substitutions.Apply(json, substitutions, faults), faults);
        return faults.All.Count == 0 ? definition : throw new DefinitionException(name, faults.All);
    }

    private static StateMachineDefinition Read(string name, string json, Faults faults)
    {
        var fields = new Fields(Parse(name, json), "the machine", faults);
        fields.Text("Version");
        if (fields.Text("QueryLanguage") is { } language and not "JSONPath")
        {
            fields.Report($"the field 'QueryLanguage' is '{language}'. Only JSONPath is known");
        }

        var timeout = fields.Number("TimeoutSeconds", 1);
        var graph = StateGraph.Read(fields);
        fields.Done();
        return new StateMachineDefinition(name, json, graph, timeout is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null);
    }

    private static JsonElement Parse(string name, string json)
    {
        try
        {
            var root = JsonElement.Parse(json);
            return root.ValueKind == JsonValueKind.Object ? root : JsonText.EmptyObject;
        }
        catch (JsonException fault)
        {
            throw new DefinitionException(name, [$"the machine: it is not JSON: {fault.Message}"]);
        }
    }
}
