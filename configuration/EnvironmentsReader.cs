using System.Text.Json;
using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Configuration.Syntax;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration;

/// <summary>Reads <c>environment.yaml</c>.</summary>
/// <param name="providers">The providers that it may name.</param>
public sealed class EnvironmentsReader(IReadOnlyList<IProvider> providers)
{
    /// <exception cref="InvalidRequestException">The file is missing, not readable or has faults; the message has one per line.</exception>
    public EnvironmentsPlan Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidRequestException(
                $"There is no file '{path}'. It says what is made. Name another one with --file, or begin with one of the documentation's ('bluegreen schema --environments' has all keys).");
        }

        var faults = new FaultList(path);
        return Result(SourceText.Read(path, faults), faults);
    }

    /// <param name="fileName">What faults call the file.</param>
    /// <exception cref="InvalidRequestException">There are faults; the message has one per line.</exception>
    public EnvironmentsPlan Parse(string text, string fileName)
    {
        var faults = new FaultList(fileName);
        return Result(SourceText.Check(text, faults), faults);
    }

    private EnvironmentsPlan Result(string? text, FaultList faults)
    {
        var root = text is null ? null : new TreeReader(text, faults).Read();
        var value = root is null ? null : new Binder(providers, new BoundFile(), faults).Bind(root, PlanShape.EnvironmentsRoot, "");
        return faults.Count > 0 || value is null
            ? throw new InvalidRequestException(string.Join(Environment.NewLine, faults.InOrder()))
            : value.Deserialize<EnvironmentsPlan>(ReleaseJson.Options)!;
    }
}
