using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>An object of the service as it is staged.</summary>
/// <param name="Path">Below the service, for example <c>http/farm/7</c>.</param>
internal sealed record StagedObject(string Path, long Id, JsonObject Whole)
{
    public string? Name => (string?)Whole["displayName"];
}
