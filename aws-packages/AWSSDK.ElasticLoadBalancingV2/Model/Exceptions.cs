using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class ALPNPolicyNotSupportedException : AmazonElasticLoadBalancingV2Exception
{
    public ALPNPolicyNotSupportedException(string message) : base(message) { }

    public ALPNPolicyNotSupportedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class CertificateNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public CertificateNotFoundException(string message) : base(message) { }

    public CertificateNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class DuplicateListenerException : AmazonElasticLoadBalancingV2Exception
{
    public DuplicateListenerException(string message) : base(message) { }

    public DuplicateListenerException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class HealthUnavailableException : AmazonElasticLoadBalancingV2Exception
{
    public HealthUnavailableException(string message) : base(message) { }

    public HealthUnavailableException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class IncompatibleProtocolsException : AmazonElasticLoadBalancingV2Exception
{
    public IncompatibleProtocolsException(string message) : base(message) { }

    public IncompatibleProtocolsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidConfigurationRequestException : AmazonElasticLoadBalancingV2Exception
{
    public InvalidConfigurationRequestException(string message) : base(message) { }

    public InvalidConfigurationRequestException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidLoadBalancerActionException : AmazonElasticLoadBalancingV2Exception
{
    public InvalidLoadBalancerActionException(string message) : base(message) { }

    public InvalidLoadBalancerActionException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class InvalidTargetException : AmazonElasticLoadBalancingV2Exception
{
    public InvalidTargetException(string message) : base(message) { }

    public InvalidTargetException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class ListenerNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public ListenerNotFoundException(string message) : base(message) { }

    public ListenerNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class LoadBalancerNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public LoadBalancerNotFoundException(string message) : base(message) { }

    public LoadBalancerNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class OperationNotPermittedException : AmazonElasticLoadBalancingV2Exception
{
    public OperationNotPermittedException(string message) : base(message) { }

    public OperationNotPermittedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class RuleNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public RuleNotFoundException(string message) : base(message) { }

    public RuleNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class SSLPolicyNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public SSLPolicyNotFoundException(string message) : base(message) { }

    public SSLPolicyNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TargetGroupAssociationLimitException : AmazonElasticLoadBalancingV2Exception
{
    public TargetGroupAssociationLimitException(string message) : base(message) { }

    public TargetGroupAssociationLimitException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TargetGroupNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public TargetGroupNotFoundException(string message) : base(message) { }

    public TargetGroupNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TooManyActionsException : AmazonElasticLoadBalancingV2Exception
{
    public TooManyActionsException(string message) : base(message) { }

    public TooManyActionsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TooManyCertificatesException : AmazonElasticLoadBalancingV2Exception
{
    public TooManyCertificatesException(string message) : base(message) { }

    public TooManyCertificatesException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TooManyListenersException : AmazonElasticLoadBalancingV2Exception
{
    public TooManyListenersException(string message) : base(message) { }

    public TooManyListenersException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TooManyRegistrationsForTargetIdException : AmazonElasticLoadBalancingV2Exception
{
    public TooManyRegistrationsForTargetIdException(string message) : base(message) { }

    public TooManyRegistrationsForTargetIdException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TooManyTargetsException : AmazonElasticLoadBalancingV2Exception
{
    public TooManyTargetsException(string message) : base(message) { }

    public TooManyTargetsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TooManyUniqueTargetGroupsPerLoadBalancerException : AmazonElasticLoadBalancingV2Exception
{
    public TooManyUniqueTargetGroupsPerLoadBalancerException(string message) : base(message) { }

    public TooManyUniqueTargetGroupsPerLoadBalancerException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TrustStoreNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public TrustStoreNotFoundException(string message) : base(message) { }

    public TrustStoreNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class TrustStoreNotReadyException : AmazonElasticLoadBalancingV2Exception
{
    public TrustStoreNotReadyException(string message) : base(message) { }

    public TrustStoreNotReadyException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

public class UnsupportedProtocolException : AmazonElasticLoadBalancingV2Exception
{
    public UnsupportedProtocolException(string message) : base(message) { }

    public UnsupportedProtocolException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
