namespace BlueGreenServerless.Clouds.Ovh.Schemas;

/// <summary>What the API takes to make things of a project (schema of /cloud: CreateListener, PoolCreate, HealthMonitor, CreateInput, ProjectInstanceCreation).</summary>
internal static class CreationSchemas
{
    public static CreationSchema Instance { get; } = new(
        ["flavorId", "name", "region"], ["autobackup", "availabilityZone", "groupId", "imageId", "monthlyBilling", "networks", "sshKeyId", "userData", "volumeId"]);

    /// <summary>Of a load balancer's objects; null for those whose schema says it all.</summary>
    /// <param name="kind">As <c>listener</c> or <c>pool/member</c>.</param>
    public static CreationSchema? Of(string kind) => kind switch
    {
        "loadbalancer" => new(
            ["flavorId", "network", "network.private", "network.private.network", "network.private.network.id", "network.private.network.subnetId"],
            [
                "name", "listeners", "network.private.floatingIp", "network.private.floatingIp.id", "network.private.floatingIpCreate", "network.private.floatingIpCreate.description",
                "network.private.gateway", "network.private.gateway.id", "network.private.gatewayCreate", "network.private.gatewayCreate.model", "network.private.gatewayCreate.name",
            ]),
        "listener" => new(
            ["loadbalancerId", "name", "port", "protocol"], ["allowedCidrs", "certificateId", "defaultPoolId", "description", "timeoutClientData", "timeoutMemberData", "tlsVersions"]),
        "pool" => new(["algorithm", "protocol"], ["listenerId", "loadbalancerId", "name", "sessionPersistence"]),
        "pool/member" => new(["address", "protocolPort"], ["name", "weight"]),
        "healthMonitor" => new(
            ["delay", "maxRetries", "monitorType", "name", "poolId", "timeout"],
            [
                "maxRetriesDown", "httpConfiguration", "httpConfiguration.httpMethod", "httpConfiguration.urlPath", "httpConfiguration.expectedCodes", "httpConfiguration.domainName",
                "httpConfiguration.httpVersion",
            ]),
        "l7Policy" => new(["action", "listenerId"], ["description", "name", "position", "redirectHttpCode", "redirectPoolId", "redirectPrefix", "redirectUrl"]),
        "l7Policy/l7Rule" => new(["compareType", "ruleType", "value"], ["invert", "key"]),
        _ => null,
    };
}
