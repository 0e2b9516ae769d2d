namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Judges one server by its line of <c>show stat</c>.</summary>
internal static class ServerHealth
{
    private static readonly string[] Passed = ["L4OK", "L6OK", "L7OK"];

    /// <summary>
    /// Null when healthy: up, and a check has really passed. <c>UP 1/2</c> is not enough, because HAProxy shows it after maintenance
    /// before any check has run; neither is a server that nobody checks.
    /// </summary>
    public static string? Fault(StatLine server)
    {
        if (server.Status == "UP" && Passed.Contains(server.CheckStatus))
        {
            return null;
        }

        var check = $"{server.CheckStatus} {server.CheckCode}".Trim();
        var said = server.Status is "UP" or "DOWN" && check.Length > 0 && !Passed.Contains(server.CheckStatus) ? check
            : check.Length > 0 && server.Status.Contains('/', StringComparison.Ordinal) ? $"{server.Status} {check}"
            : server.Status;
        return $"{server.Name}: {said}";
    }
}
