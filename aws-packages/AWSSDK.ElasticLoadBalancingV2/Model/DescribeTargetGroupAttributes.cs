using Amazon;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class DescribeTargetGroupAttributesRequest : AmazonElasticLoadBalancingV2Request
{
    public string TargetGroupArn { get; set; }
}

public class DescribeTargetGroupAttributesResponse : AmazonWebServiceResponse
{
    public List<TargetGroupAttribute> Attributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class TargetGroupAttribute
{
    public string Key { get; set; }
    public string Value { get; set; }
}
