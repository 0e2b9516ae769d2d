using System.Text.Json.Nodes;

namespace BlueGreenServerless.VirtualCloud.Watching;

/// <summary>A listener's whole list of actions in one of the forms that mean the same.</summary>
internal static class PlainActions
{
    /// <summary>Groups without traffic are left out: the idle one may stand there to be checked.</summary>
    public static string Of(JsonArray actions) => string.Join('\n', actions.Select(action => Of(action!.AsObject())));

    private static string Of(JsonObject action)
    {
        var rest = action.Where(field => field.Key is not ("Order" or "ForwardConfig" or "TargetGroupArn")).OrderBy(field => field.Key, StringComparer.Ordinal);
        var groups = action["ForwardConfig"]?["TargetGroups"]?.AsArray().Where(group => group!["Weight"]!.ToString() != "0").ToList() ?? [];
        var weights = groups.Select(group => groups.Count == 1 ? $"all to {group!["TargetGroupArn"]}" : $"{group!["Weight"]} to {group["TargetGroupArn"]}").Order(StringComparer.Ordinal);
        return $"{string.Join(' ', rest.Select(field => $"{field.Key}={field.Value?.ToJsonString()}"))} {string.Join(' ', weights)}";
    }
}
