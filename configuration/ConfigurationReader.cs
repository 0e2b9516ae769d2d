using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Configuration.Rules;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Configuration.Syntax;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration;

/// <summary>Reads <c>bluegreen.yaml</c>: all of its faults at once, each with its place, or the configuration.</summary>
/// <param name="providers">The providers that a target may name.</param>
public sealed class ConfigurationReader(IReadOnlyList<IProvider> providers)
{
    /// <summary>Largest configuration as JSON, in bytes: the release document carries it through every state and must stay below 256 KiB.</summary>
    public const int MaxDocumentBytes = 96 * 1024;

    /// <summary>Reads a file. One that is missing or not readable is a fault too.</summary>
    public ConfigurationResult Read(string path)
    {
        var faults = new FaultList(path);
        return Result(SourceText.Read(path, faults), faults);
    }

    /// <param name="fileName">What faults call the file.</param>
    public ConfigurationResult Parse(string text, string fileName)
    {
        var faults = new FaultList(fileName);
        return Result(SourceText.Check(text, faults), faults);
    }

    private ConfigurationResult Result(string? text, FaultList faults)
    {
        var root = text is null ? null : new TreeReader(text, faults).Read();
        var value = root is null ? null : Bind(root, faults);
        return faults.Count > 0 || value is null
            ? new ConfigurationResult(null, faults.InOrder())
            : new ConfigurationResult(value.Deserialize<ReleaseConfiguration>(ReleaseJson.Options), []);
    }

    private JsonNode? Bind(YamlNode root, FaultList faults)
    {
        var file = new BoundFile();
        var value = new Binder(providers, file, faults).Bind(root, PlanShape.Root, "");
        foreach (var finding in AllRules.Check(file, providers))
        {
            faults.Add(file.At(finding.Path), finding.Message);
        }

        RefuseTooLarge(value, faults);
        return value;
    }

    private static void RefuseTooLarge(JsonNode? value, FaultList faults)
    {
        var size = value is null ? 0 : JsonSerializer.SerializeToUtf8Bytes(value, ReleaseJson.Options).Length;
        if (size > MaxDocumentBytes)
        {
            faults.Add(
                Place.Nowhere,
                $"the configuration is too large for a release document: '{size}' bytes — allowed: at most {MaxDocumentBytes}; move long commands into scripts of the artifact, or divide the targets among several files");
        }
    }
}
