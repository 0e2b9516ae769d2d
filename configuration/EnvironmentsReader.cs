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
        var faults = new FaultList(path);
        var text = SourceText.Read(path, faults);
        var root = text is null ? null : new TreeReader(text, faults).Read();
        var value = root is null ? null : new Binder(providers, new BoundFile(), faults).Bind(root, PlanShape.EnvironmentsRoot, "");
        return faults.Count > 0 || value is null
            ? throw new InvalidRequestException(string.Join(Environment.NewLine, faults.InOrder()))
            : value.Deserialize<EnvironmentsPlan>(ReleaseJson.Options)!;
    }
}
