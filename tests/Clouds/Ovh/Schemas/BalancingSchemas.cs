using static BlueGreenServerless.Clouds.Ovh.Schemas.Field;

namespace BlueGreenServerless.Clouds.Ovh.Schemas;

/// <summary>Objects of /ipLoadbalancing, as its schema has them.</summary>
internal static class BalancingSchemas
{
    private static readonly ObjectSchema HttpFarm = new(
        Number("farmId").Fixed(), Text("zone").Fixed(), Text("balance", "first", "leastconn", "roundrobin", "source", "uri"), Text("displayName"), Number("port"), Object("probe"),
        Text("stickiness", "cookie", "sourceIp"), Number("vrackNetworkId"));

    private static readonly ObjectSchema TcpFarm = new(
        Number("farmId").Fixed(), Text("zone").Fixed(), Text("balance", "first", "leastconn", "roundrobin", "source"), Text("displayName"), Number("port"), Object("probe"),
        Text("stickiness", "sourceIp"), Number("vrackNetworkId"));

    private static readonly ObjectSchema Server = new(
        Number("serverId").Fixed(), Number("backendId").Fixed(), List("serverState").Fixed(), Text("address").Fixed(), Text("status", "active", "inactive").Needed(), Number("weight"),
        Switch("probe"), Number("port"), Text("displayName"), Switch("backup"), Switch("ssl"), Text("cookie"), Text("chain"),
        Text("proxyProtocolVersion", "v1", "v2", "v2-ssl", "v2-ssl-cn"), Text("onMarkedDown", "shutdown-sessions"));

    private static readonly ObjectSchema HttpFrontend = new(
        Number("frontendId").Fixed(), Number("vrackNetworkId").Fixed(), Number("vrackVrouterId").Fixed(), Text("port").Needed(), Text("zone").Needed(), List("allowedSource"),
        List("deniedSource"), List("dedicatedIpfo"), Number("defaultFarmId"), Number("defaultSslId"), Switch("disabled"), Text("displayName"), Switch("ssl"), Switch("hsts"),
        List("httpHeader"), Text("redirectLocation"));

    private static readonly ObjectSchema TcpFrontend = new(
        Number("frontendId").Fixed(), Number("vrackNetworkId").Fixed(), Number("vrackVrouterId").Fixed(), Text("port").Needed(), Text("zone").Needed(), List("allowedSource"),
        List("deniedSource"), List("dedicatedIpfo"), Number("defaultFarmId"), Number("defaultSslId"), Switch("disabled"), Text("displayName"), Switch("ssl"));

    private static readonly ObjectSchema Route = new(
        Number("routeId").Fixed(), List("rules").Fixed(), Text("status").Fixed(), Number("frontendId"), Number("weight"), Text("displayName"), Object("action").Needed());

    private static readonly ObjectSchema Rule = new(
        Number("ruleId").Fixed(), Text("field", "source", "protocol", "method", "host", "uri", "param", "header", "cookie").Needed(),
        Text("match", "contains", "endswith", "exists", "in", "internal", "is", "matches", "startswith").Needed(), Text("subField"), Text("pattern"), Switch("negate"), Text("displayName"));

    /// <param name="kind">As <c>http/farm</c> or <c>http/farm/server</c>.</param>
    public static ObjectSchema? Of(string kind) => kind switch
    {
        "http/farm" => HttpFarm,
        "tcp/farm" => TcpFarm,
        "http/farm/server" or "tcp/farm/server" => Server,
        "http/frontend" => HttpFrontend,
        "tcp/frontend" => TcpFrontend,
        "http/route" or "tcp/route" => Route,
        "http/route/rule" or "tcp/route/rule" => Rule,
        _ => null,
    };

    /// <summary>Name of the field that holds the id.</summary>
    public static string IdOf(string kind) => kind.Split('/')[^1] + "Id";
}
