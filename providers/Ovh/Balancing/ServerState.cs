using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What one instance of the load balancer thinks of a server. The schema does not list the words of the status; the products behind it say UP or OK.</summary>
internal sealed record ServerState(string? Status, string? CheckStatus, long? CheckCode)
{
    private static readonly string[] Up = ["up", "active", "ok"];

    public static ServerState Of(JsonObject state) => new((string?)state["status"], (string?)state["checkStatus"], (long?)state["checkCode"]);

    public bool IsUp => Up.Contains(Status?.Split(' ')[0], StringComparer.OrdinalIgnoreCase);

    public override string ToString() => string.Join(' ', new[] { Status ?? "unknown", CheckStatus, CheckCode?.ToString() }.OfType<string>());
}
