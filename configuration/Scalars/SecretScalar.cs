using System.Text.Json.Nodes;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Scalars;

public sealed class SecretScalar : Scalar
{
    public override string Name => "name of a secret";

    public override string Plural => "names of secrets";

    public override string Form => $"the name of a secret as {SecretReference.Allowed}, never the secret itself";

    public override bool Confidential => true;

    public override object? Parse(string text, bool plain) => SecretReference.TryParse(text);

    public override string Write(object value) => value.ToString()!;

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = SecretReference.Pattern };
}
