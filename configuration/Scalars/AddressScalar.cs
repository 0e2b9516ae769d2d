using System.Text.Json.Nodes;

namespace BlueGreenServerless.Configuration.Scalars;

public sealed class AddressScalar : Scalar
{
    public override string Name => "address";

    public override string Plural => "addresses";

    public override string Form => "an absolute address like https://host/path, without user and password";

    // an address with a password in it is a likely mistake
    public override bool Confidential => true;

    public override object? Parse(string text, bool plain) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.Contains("://", StringComparison.Ordinal) && uri.UserInfo.Length == 0 ? uri : null;

    public override string Write(object value) => ((Uri)value).OriginalString;

    public override JsonObject Schema() => new() { ["type"] = "string", ["format"] = "uri" };
}
