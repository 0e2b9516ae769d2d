using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2;

public class ActionTypeEnum : ConstantClass
{
    public static readonly ActionTypeEnum AuthenticateCognito = new("authenticate-cognito");
    public static readonly ActionTypeEnum AuthenticateOidc = new("authenticate-oidc");
    public static readonly ActionTypeEnum FixedResponse = new("fixed-response");
    public static readonly ActionTypeEnum Forward = new("forward");
    public static readonly ActionTypeEnum JwtValidation = new("jwt-validation");
    public static readonly ActionTypeEnum Redirect = new("redirect");

    public ActionTypeEnum(string value) : base(value) { }

    public static ActionTypeEnum FindValue(string value) => FindValue<ActionTypeEnum>(value);

    public static implicit operator ActionTypeEnum(string value) => FindValue(value);
}

public class AdvertiseTrustStoreCaNamesEnum : ConstantClass
{
    public static readonly AdvertiseTrustStoreCaNamesEnum Off = new("off");
    public static readonly AdvertiseTrustStoreCaNamesEnum On = new("on");

    public AdvertiseTrustStoreCaNamesEnum(string value) : base(value) { }

    public static AdvertiseTrustStoreCaNamesEnum FindValue(string value) => FindValue<AdvertiseTrustStoreCaNamesEnum>(value);

    public static implicit operator AdvertiseTrustStoreCaNamesEnum(string value) => FindValue(value);
}

public class AuthenticateCognitoActionConditionalBehaviorEnum : ConstantClass
{
    public static readonly AuthenticateCognitoActionConditionalBehaviorEnum Allow = new("allow");
    public static readonly AuthenticateCognitoActionConditionalBehaviorEnum Authenticate = new("authenticate");
    public static readonly AuthenticateCognitoActionConditionalBehaviorEnum Deny = new("deny");

    public AuthenticateCognitoActionConditionalBehaviorEnum(string value) : base(value) { }

    public static AuthenticateCognitoActionConditionalBehaviorEnum FindValue(string value) => FindValue<AuthenticateCognitoActionConditionalBehaviorEnum>(value);

    public static implicit operator AuthenticateCognitoActionConditionalBehaviorEnum(string value) => FindValue(value);
}

public class AuthenticateOidcActionConditionalBehaviorEnum : ConstantClass
{
    public static readonly AuthenticateOidcActionConditionalBehaviorEnum Allow = new("allow");
    public static readonly AuthenticateOidcActionConditionalBehaviorEnum Authenticate = new("authenticate");
    public static readonly AuthenticateOidcActionConditionalBehaviorEnum Deny = new("deny");

    public AuthenticateOidcActionConditionalBehaviorEnum(string value) : base(value) { }

    public static AuthenticateOidcActionConditionalBehaviorEnum FindValue(string value) => FindValue<AuthenticateOidcActionConditionalBehaviorEnum>(value);

    public static implicit operator AuthenticateOidcActionConditionalBehaviorEnum(string value) => FindValue(value);
}

public class JwtValidationActionAdditionalClaimFormatEnum : ConstantClass
{
    public static readonly JwtValidationActionAdditionalClaimFormatEnum SingleString = new("single-string");
    public static readonly JwtValidationActionAdditionalClaimFormatEnum SpaceSeparatedValues = new("space-separated-values");
    public static readonly JwtValidationActionAdditionalClaimFormatEnum StringArray = new("string-array");

    public JwtValidationActionAdditionalClaimFormatEnum(string value) : base(value) { }

    public static JwtValidationActionAdditionalClaimFormatEnum FindValue(string value) => FindValue<JwtValidationActionAdditionalClaimFormatEnum>(value);

    public static implicit operator JwtValidationActionAdditionalClaimFormatEnum(string value) => FindValue(value);
}

public class LoadBalancerSchemeEnum : ConstantClass
{
    public static readonly LoadBalancerSchemeEnum InternetFacing = new("internet-facing");
    public static readonly LoadBalancerSchemeEnum Internal = new("internal");

    public LoadBalancerSchemeEnum(string value) : base(value) { }

    public static LoadBalancerSchemeEnum FindValue(string value) => FindValue<LoadBalancerSchemeEnum>(value);

    public static implicit operator LoadBalancerSchemeEnum(string value) => FindValue(value);
}

public class LoadBalancerStateEnum : ConstantClass
{
    public static readonly LoadBalancerStateEnum Active = new("active");
    public static readonly LoadBalancerStateEnum Provisioning = new("provisioning");
    public static readonly LoadBalancerStateEnum Active_impaired = new("active_impaired");
    public static readonly LoadBalancerStateEnum Failed = new("failed");

    public LoadBalancerStateEnum(string value) : base(value) { }

    public static LoadBalancerStateEnum FindValue(string value) => FindValue<LoadBalancerStateEnum>(value);

    public static implicit operator LoadBalancerStateEnum(string value) => FindValue(value);
}

public class LoadBalancerTypeEnum : ConstantClass
{
    public static readonly LoadBalancerTypeEnum Application = new("application");
    public static readonly LoadBalancerTypeEnum Network = new("network");
    public static readonly LoadBalancerTypeEnum Gateway = new("gateway");

    public LoadBalancerTypeEnum(string value) : base(value) { }

    public static LoadBalancerTypeEnum FindValue(string value) => FindValue<LoadBalancerTypeEnum>(value);

    public static implicit operator LoadBalancerTypeEnum(string value) => FindValue(value);
}

public class ProtocolEnum : ConstantClass
{
    public static readonly ProtocolEnum GENEVE = new("GENEVE");
    public static readonly ProtocolEnum HTTP = new("HTTP");
    public static readonly ProtocolEnum HTTPS = new("HTTPS");
    public static readonly ProtocolEnum QUIC = new("QUIC");
    public static readonly ProtocolEnum TCP = new("TCP");
    public static readonly ProtocolEnum TCP_QUIC = new("TCP_QUIC");
    public static readonly ProtocolEnum TCP_UDP = new("TCP_UDP");
    public static readonly ProtocolEnum TLS = new("TLS");
    public static readonly ProtocolEnum UDP = new("UDP");

    public ProtocolEnum(string value) : base(value) { }

    public static ProtocolEnum FindValue(string value) => FindValue<ProtocolEnum>(value);

    public static implicit operator ProtocolEnum(string value) => FindValue(value);
}

public class RedirectActionStatusCodeEnum : ConstantClass
{
    public static readonly RedirectActionStatusCodeEnum HTTP_301 = new("HTTP_301");
    public static readonly RedirectActionStatusCodeEnum HTTP_302 = new("HTTP_302");

    public RedirectActionStatusCodeEnum(string value) : base(value) { }

    public static RedirectActionStatusCodeEnum FindValue(string value) => FindValue<RedirectActionStatusCodeEnum>(value);

    public static implicit operator RedirectActionStatusCodeEnum(string value) => FindValue(value);
}

public class SourceIpAddressTypeEnum : ConstantClass
{
    public static readonly SourceIpAddressTypeEnum Ipv4 = new("ipv4");
    public static readonly SourceIpAddressTypeEnum Ipv6 = new("ipv6");

    public SourceIpAddressTypeEnum(string value) : base(value) { }

    public static SourceIpAddressTypeEnum FindValue(string value) => FindValue<SourceIpAddressTypeEnum>(value);

    public static implicit operator SourceIpAddressTypeEnum(string value) => FindValue(value);
}

public class TransformTypeEnum : ConstantClass
{
    public static readonly TransformTypeEnum HostHeaderRewrite = new("host-header-rewrite");
    public static readonly TransformTypeEnum UrlRewrite = new("url-rewrite");

    public TransformTypeEnum(string value) : base(value) { }

    public static TransformTypeEnum FindValue(string value) => FindValue<TransformTypeEnum>(value);

    public static implicit operator TransformTypeEnum(string value) => FindValue(value);
}

public class TrustStoreAssociationStatusEnum : ConstantClass
{
    public static readonly TrustStoreAssociationStatusEnum Active = new("active");
    public static readonly TrustStoreAssociationStatusEnum Removed = new("removed");

    public TrustStoreAssociationStatusEnum(string value) : base(value) { }

    public static TrustStoreAssociationStatusEnum FindValue(string value) => FindValue<TrustStoreAssociationStatusEnum>(value);

    public static implicit operator TrustStoreAssociationStatusEnum(string value) => FindValue(value);
}
