using static BlueGreenServerless.Clouds.Ovh.Schemas.Field;

namespace BlueGreenServerless.Clouds.Ovh.Schemas;

/// <summary>Objects below /cloud/project/…/loadbalancing: what may be changed is much less than what there is.</summary>
internal static class CloudSchemas
{
    private static readonly ObjectSchema Listener = new(
        Text("id").Fixed(), Text("loadbalancerId").Fixed(), List("loadBalancerIds").Fixed(), Number("port").Fixed(), Text("protocol", "http", "https", "prometheus", "sctp", "tcp", "terminatedHTTPS", "udp").Fixed(),
        Text("operatingStatus").Fixed(), Text("provisioningStatus").Fixed(), Number("timeoutClientData").Fixed(), Number("timeoutMemberData").Fixed(), List("tlsVersions").Fixed(),
        List("allowedCidrs"), Text("certificateId"), Text("defaultPoolId"), Text("description"), Text("name"));

    private static readonly ObjectSchema Pool = new(
        Text("id").Fixed(), Text("loadbalancerId").Fixed(), Text("listenerId").Fixed(), Text("protocol", "http", "https", "proxy", "proxyV2", "sctp", "tcp", "udp").Fixed(), Text("operatingStatus").Fixed(),
        Text("provisioningStatus").Fixed(), Text("algorithm", "leastConnections", "roundRobin", "sourceIP"), Text("name"), Object("sessionPersistence"));

    private static readonly ObjectSchema Member = new(
        Text("id").Fixed(), Text("address").Fixed(), Number("protocolPort").Fixed(), Text("operatingStatus").Fixed(), Text("provisioningStatus").Fixed(), Text("name"), Number("weight"));

    private static readonly ObjectSchema Monitor = new(
        Text("id").Fixed(), Text("poolId").Fixed(), Text("monitorType", "http", "https", "ping", "sctp", "tcp", "tls-hello", "udp-connect").Fixed(), Number("delay"), Number("timeout"),
        Number("maxRetries"), Number("maxRetriesDown"), Object("httpConfiguration"), Text("name"), Text("operatingStatus").Fixed(), Text("provisioningStatus").Fixed());

    private static readonly ObjectSchema Policy = new(
        Text("id").Fixed(), Text("operatingStatus").Fixed(), Text("provisioningStatus").Fixed(), Text("action", "redirectPrefix", "redirectToPool", "redirectToURL", "reject").Needed(),
        Text("listenerId"), Text("name"), Number("position"), Text("redirectPoolId"), Text("redirectUrl"), Text("redirectPrefix"), Number("redirectHttpCode"), Text("description"));

    private static readonly ObjectSchema Rule = new(
        Text("id").Fixed(), Text("ruleType", "cookie", "fileType", "header", "hostName", "path").Needed(), Text("compareType", "contains", "endsWith", "equalTo", "regex", "startsWith").Needed(),
        Text("value").Needed(), Text("key"), Switch("invert"));

    private static readonly ObjectSchema Balancer = new(
        Text("id").Fixed(), Text("operatingStatus").Fixed(), Text("provisioningStatus").Fixed(), Text("vipAddress").Fixed(), Text("vipNetworkId").Fixed(), Text("vipSubnetId").Fixed(),
        Object("floatingIp").Fixed(), Text("region").Fixed(), Text("name"), Text("description"), Text("flavorId"));

    /// <param name="kind">As <c>listener</c> or <c>pool/member</c>.</param>
    public static ObjectSchema? Of(string kind) => kind switch
    {
        "loadbalancer" => Balancer,
        "listener" => Listener,
        "pool" => Pool,
        "pool/member" => Member,
        "healthMonitor" => Monitor,
        "l7Policy" => Policy,
        "l7Policy/l7Rule" => Rule,
        _ => null,
    };
}
