using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// The one field of an object that says where traffic goes, by the object's path:
/// <code>
/// http/frontend/7           defaultFarmId
/// http/route/3              action.target, a farm's id as text
/// http/farm/5/server/9      weight, 1 when it is null
/// </code>
/// </summary>
internal static class TrafficField
{
    // OVH refuses a PUT that has these (schema of /ipLoadbalancing, "readOnly")
    private static readonly string[] ReadOnlyOfFrontend = ["frontendId", "vrackNetworkId", "vrackVrouterId"];
    private static readonly string[] ReadOnlyOfRoute = ["routeId", "rules", "status"];
    private static readonly string[] ReadOnlyOfServer = ["serverId", "backendId", "serverState", "address"];

    public static long? Read(string path, JsonObject whole) => Kind(path) switch
    {
        "frontend" => (long?)whole["defaultFarmId"],
        "route" => (string?)whole["action"]?["target"] is { } target && long.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var farm) ? farm : null,
        _ => (long?)whole["weight"] ?? 1,
    };

    /// <summary>The whole object to put back: every field that may be written, one of them changed.</summary>
    public static JsonObject With(string path, JsonObject whole, long? value)
    {
        var changed = whole.DeepClone().AsObject();
        foreach (var name in ReadOnly(path))
        {
            changed.Remove(name);
        }

        switch (Kind(path))
        {
            case "frontend":
                changed["defaultFarmId"] = value;
                break;
            case "route":
                changed["action"]!["target"] = value?.ToString(CultureInfo.InvariantCulture);
                break;
            default:
                changed["weight"] = value;
                break;
        }

        return changed;
    }

    private static string Kind(string path) => path.Split('/')[1];

    private static string[] ReadOnly(string path) => Kind(path) switch
    {
        "frontend" => ReadOnlyOfFrontend,
        "route" => ReadOnlyOfRoute,
        _ => ReadOnlyOfServer,
    };
}
