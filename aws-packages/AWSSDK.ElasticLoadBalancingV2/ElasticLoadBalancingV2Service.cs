using Amazon.ElasticLoadBalancingV2.Model;
using AwsPackages.Wire;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>How Elastic Load Balancing v2 is spoken to.</summary>
internal static class ElasticLoadBalancingV2Service
{
    public static readonly ServiceDescription Description = new()
    {
        ServiceId = "Elastic Load Balancing v2",
        EndpointPrefix = "elasticloadbalancing",
        ApiVersion = "2015-12-01",
        ClientNamespace = "Amazon.ElasticLoadBalancingV2",
        OtherError = (m, e, t, c, r, s) => new AmazonElasticLoadBalancingV2Exception(m, e, t, c, r, s),
        Errors = new Dictionary<string, ExceptionFactory>(StringComparer.Ordinal)
        {
            ["ALPNPolicyNotFound"] = (m, e, t, c, r, s) => new ALPNPolicyNotSupportedException(m, e, t, c, r, s),
            ["CertificateNotFound"] = (m, e, t, c, r, s) => new CertificateNotFoundException(m, e, t, c, r, s),
            ["DuplicateListener"] = (m, e, t, c, r, s) => new DuplicateListenerException(m, e, t, c, r, s),
            ["HealthUnavailable"] = (m, e, t, c, r, s) => new HealthUnavailableException(m, e, t, c, r, s),
            ["IncompatibleProtocols"] = (m, e, t, c, r, s) => new IncompatibleProtocolsException(m, e, t, c, r, s),
            ["InvalidConfigurationRequest"] = (m, e, t, c, r, s) => new InvalidConfigurationRequestException(m, e, t, c, r, s),
            ["InvalidLoadBalancerAction"] = (m, e, t, c, r, s) => new InvalidLoadBalancerActionException(m, e, t, c, r, s),
            ["InvalidTarget"] = (m, e, t, c, r, s) => new InvalidTargetException(m, e, t, c, r, s),
            ["ListenerNotFound"] = (m, e, t, c, r, s) => new ListenerNotFoundException(m, e, t, c, r, s),
            ["LoadBalancerNotFound"] = (m, e, t, c, r, s) => new LoadBalancerNotFoundException(m, e, t, c, r, s),
            ["OperationNotPermitted"] = (m, e, t, c, r, s) => new OperationNotPermittedException(m, e, t, c, r, s),
            ["RuleNotFound"] = (m, e, t, c, r, s) => new RuleNotFoundException(m, e, t, c, r, s),
            ["SSLPolicyNotFound"] = (m, e, t, c, r, s) => new SSLPolicyNotFoundException(m, e, t, c, r, s),
            ["TargetGroupAssociationLimit"] = (m, e, t, c, r, s) => new TargetGroupAssociationLimitException(m, e, t, c, r, s),
            ["TargetGroupNotFound"] = (m, e, t, c, r, s) => new TargetGroupNotFoundException(m, e, t, c, r, s),
            ["TooManyActions"] = (m, e, t, c, r, s) => new TooManyActionsException(m, e, t, c, r, s),
            ["TooManyCertificates"] = (m, e, t, c, r, s) => new TooManyCertificatesException(m, e, t, c, r, s),
            ["TooManyListeners"] = (m, e, t, c, r, s) => new TooManyListenersException(m, e, t, c, r, s),
            ["TooManyRegistrationsForTargetId"] = (m, e, t, c, r, s) => new TooManyRegistrationsForTargetIdException(m, e, t, c, r, s),
            ["TooManyTargets"] = (m, e, t, c, r, s) => new TooManyTargetsException(m, e, t, c, r, s),
            ["TooManyUniqueTargetGroupsPerLoadBalancer"] = (m, e, t, c, r, s) => new TooManyUniqueTargetGroupsPerLoadBalancerException(m, e, t, c, r, s),
            ["TrustStoreNotFound"] = (m, e, t, c, r, s) => new TrustStoreNotFoundException(m, e, t, c, r, s),
            ["TrustStoreNotReady"] = (m, e, t, c, r, s) => new TrustStoreNotReadyException(m, e, t, c, r, s),
            ["UnsupportedProtocol"] = (m, e, t, c, r, s) => new UnsupportedProtocolException(m, e, t, c, r, s),
        },
    };
}
