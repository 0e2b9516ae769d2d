using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>How commands, invocations and nodes are described.</summary>
internal static class CommandAnswers
{
    private const string Plugin = "aws:runShellScript";
    private const int MostPluginText = 2500;

    private static readonly string[] Echoed = ["Parameters", "Targets", "MaxConcurrency", "MaxErrors", "OutputS3BucketName", "OutputS3KeyPrefix", "CloudWatchOutputConfig", "NotificationConfig"];

    public static JsonObject Of(RunningCommand command)
    {
        var (status, details) = CommandStatus.Of(command);
        var seen = command.IsSeen ? command.Invocations : [];
        var answer = new JsonObject
        {
            ["CommandId"] = command.Id,
            ["DocumentName"] = "AWS-RunShellScript",
            ["DocumentVersion"] = "$DEFAULT",
            ["Comment"] = command.Request["Comment"]?.ToString() ?? "",
            ["ExpiresAfter"] = JsonTime.Of(command.Requested + command.Delivery + command.Execution),
            ["InstanceIds"] = command.Request["InstanceIds"]?.DeepClone() ?? new JsonArray(),
            ["RequestedDateTime"] = JsonTime.Of(command.Requested),
            ["Status"] = status,
            ["StatusDetails"] = details,
            ["TargetCount"] = seen.Count,
            ["CompletedCount"] = seen.Count(invocation => invocation.IsOver),
            ["ErrorCount"] = seen.Count(invocation => invocation.IsError),
            ["DeliveryTimedOutCount"] = seen.Count(invocation => invocation.Details == "DeliveryTimedOut"),
            ["TimeoutSeconds"] = (int)command.Delivery.TotalSeconds,
        };
        foreach (var name in Echoed.Where(command.Request.ContainsKey))
        {
            answer[name] = command.Request[name]!.DeepClone();
        }

        return answer;
    }

    public static JsonObject Of(RunningCommand command, Invocation invocation, bool details) => new()
    {
        ["CommandId"] = command.Id,
        ["InstanceId"] = invocation.Node.Id,
        ["InstanceName"] = "",
        ["Comment"] = command.Request["Comment"]?.ToString() ?? "",
        ["DocumentName"] = "AWS-RunShellScript",
        ["DocumentVersion"] = "$DEFAULT",
        ["RequestedDateTime"] = JsonTime.Of(command.Requested),
        ["Status"] = invocation.Status,
        ["StatusDetails"] = invocation.Details,
        ["StandardOutputUrl"] = "",
        ["StandardErrorUrl"] = "",
        ["CommandPlugins"] = details ? new JsonArray(PluginOf(invocation)) : [],
    };

    public static JsonObject Single(RunningCommand command, Invocation invocation) => new()
    {
        ["CommandId"] = command.Id,
        ["InstanceId"] = invocation.Node.Id,
        ["Comment"] = command.Request["Comment"]?.ToString() ?? "",
        ["DocumentName"] = "AWS-RunShellScript",
        ["DocumentVersion"] = "$DEFAULT",
        ["PluginName"] = Plugin,
        ["ResponseCode"] = invocation.Code,
        ["ExecutionStartDateTime"] = Iso(invocation.Started),
        ["ExecutionElapsedTime"] = invocation is { Started: { } started, Ended: { } ended } ? $"PT{(ended - started).TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)}S" : "",
        ["ExecutionEndDateTime"] = Iso(invocation.Ended),
        ["Status"] = invocation.Status,
        ["StatusDetails"] = invocation.Details,
        ["StandardOutputContent"] = Cut(invocation.Output, 24000),
        ["StandardOutputUrl"] = "",
        ["StandardErrorContent"] = Cut(invocation.Error, 8000),
        ["StandardErrorUrl"] = "",
    };

    public static JsonObject Of(ManagedNode node, DateTimeOffset now)
    {
        var answer = new JsonObject
        {
            ["InstanceId"] = node.Id,
            ["PingStatus"] = node.IsOnline ? "Online" : "ConnectionLost",
            ["LastPingDateTime"] = JsonTime.Of(node.IsOnline ? now : now - TimeSpan.FromHours(2)),
            ["AgentVersion"] = "3.3.1611.0",
            ["IsLatestVersion"] = true,
            ["PlatformType"] = "Linux",
            ["PlatformName"] = "Debian GNU/Linux",
            ["PlatformVersion"] = "12",
            ["ResourceType"] = Nodes.ResourceType(node),
            ["IPAddress"] = "127.0.0.1",
            ["ComputerName"] = node.Id,
        };
        if (node.Id.StartsWith("mi-", StringComparison.Ordinal))
        {
            (answer["ActivationId"], answer["IamRole"], answer["Name"]) = ("0d0ab1e0-0000-4000-8000-0000000000ac", "hybrid-role", node.Id);
        }

        return answer;
    }

    private static JsonObject PluginOf(Invocation invocation)
    {
        var text = invocation.Error.Length == 0 ? invocation.Output : $"{invocation.Output}\n----------ERROR-------\n{invocation.Error}";
        var plugin = new JsonObject
        {
            ["Name"] = Plugin,
            ["Status"] = invocation.Status is "Delayed" or "Cancelling" ? "InProgress" : invocation.Status,
            ["StatusDetails"] = invocation.Details,
            ["ResponseCode"] = invocation.Code,
            ["Output"] = invocation.IsOver ? Cut(text, MostPluginText) : "",
            ["StandardOutputUrl"] = "",
            ["StandardErrorUrl"] = "",
        };
        if (invocation.Started is { } started)
        {
            plugin["ResponseStartDateTime"] = JsonTime.Of(started);
        }

        if (invocation.Ended is { } ended)
        {
            plugin["ResponseFinishDateTime"] = JsonTime.Of(ended);
        }

        return plugin;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 22)] + "---Output truncated---";

    private static string Iso(DateTimeOffset? time) => time is { } known ? XmlText.Time(known) : "";
}
