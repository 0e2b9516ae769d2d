using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Base of every request of this service.</summary>
public class AmazonElasticLoadBalancingV2Request : AmazonWebServiceRequest;
