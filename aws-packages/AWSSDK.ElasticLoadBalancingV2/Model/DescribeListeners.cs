using Amazon;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class DescribeListenersRequest : AmazonElasticLoadBalancingV2Request
{
    public string LoadBalancerArn { get; set; }
    public List<string> ListenerArns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string Marker { get; set; }
    public int? PageSize { get; set; }
}

public class DescribeListenersResponse : AmazonWebServiceResponse
{
    public List<Listener> Listeners { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextMarker { get; set; }
}

public class Listener
{
    public string ListenerArn { get; set; }
    public string LoadBalancerArn { get; set; }
    public int? Port { get; set; }
    public ProtocolEnum Protocol { get; set; }
    public List<Certificate> Certificates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string SslPolicy { get; set; }
    public List<Action> DefaultActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> AlpnPolicy { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public MutualAuthenticationAttributes MutualAuthentication { get; set; }
}

public class Certificate
{
    public string CertificateArn { get; set; }
    public bool? IsDefault { get; set; }
}

public class Action
{
    public ActionTypeEnum Type { get; set; }
    public string TargetGroupArn { get; set; }
    public AuthenticateOidcActionConfig AuthenticateOidcConfig { get; set; }
    public AuthenticateCognitoActionConfig AuthenticateCognitoConfig { get; set; }
    public int? Order { get; set; }
    public RedirectActionConfig RedirectConfig { get; set; }
    public FixedResponseActionConfig FixedResponseConfig { get; set; }
    public ForwardActionConfig ForwardConfig { get; set; }
    public JwtValidationActionConfig JwtValidationConfig { get; set; }
}

public class AuthenticateOidcActionConfig
{
    public string Issuer { get; set; }
    public string AuthorizationEndpoint { get; set; }
    public string TokenEndpoint { get; set; }
    public string UserInfoEndpoint { get; set; }
    public string ClientId { get; set; }
    public string ClientSecret { get; set; }
    public string SessionCookieName { get; set; }
    public string Scope { get; set; }
    public long? SessionTimeout { get; set; }
    public Dictionary<string, string> AuthenticationRequestExtraParams { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public AuthenticateOidcActionConditionalBehaviorEnum OnUnauthenticatedRequest { get; set; }
    public bool? UseExistingClientSecret { get; set; }
}

public class AuthenticateCognitoActionConfig
{
    public string UserPoolArn { get; set; }
    public string UserPoolClientId { get; set; }
    public string UserPoolDomain { get; set; }
    public string SessionCookieName { get; set; }
    public string Scope { get; set; }
    public long? SessionTimeout { get; set; }
    public Dictionary<string, string> AuthenticationRequestExtraParams { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public AuthenticateCognitoActionConditionalBehaviorEnum OnUnauthenticatedRequest { get; set; }
}

public class RedirectActionConfig
{
    public string Protocol { get; set; }
    public string Port { get; set; }
    public string Host { get; set; }
    public string Path { get; set; }
    public string Query { get; set; }
    public RedirectActionStatusCodeEnum StatusCode { get; set; }
}

public class FixedResponseActionConfig
{
    public string MessageBody { get; set; }
    public string StatusCode { get; set; }
    public string ContentType { get; set; }
}

public class ForwardActionConfig
{
    public List<TargetGroupTuple> TargetGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public TargetGroupStickinessConfig TargetGroupStickinessConfig { get; set; }
}

public class TargetGroupTuple
{
    public string TargetGroupArn { get; set; }
    public int? Weight { get; set; }
}

public class TargetGroupStickinessConfig
{
    public bool? Enabled { get; set; }
    public int? DurationSeconds { get; set; }
}

public class JwtValidationActionConfig
{
    public string JwksEndpoint { get; set; }
    public string Issuer { get; set; }
    public List<JwtValidationActionAdditionalClaim> AdditionalClaims { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class JwtValidationActionAdditionalClaim
{
    public JwtValidationActionAdditionalClaimFormatEnum Format { get; set; }
    public string Name { get; set; }
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class MutualAuthenticationAttributes
{
    public string Mode { get; set; }
    public string TrustStoreArn { get; set; }
    public bool? IgnoreClientCertificateExpiry { get; set; }
    public TrustStoreAssociationStatusEnum TrustStoreAssociationStatus { get; set; }
    public AdvertiseTrustStoreCaNamesEnum AdvertiseTrustStoreCaNames { get; set; }
}
