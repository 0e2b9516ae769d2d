using Amazon;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class DescribeLoadBalancersRequest : AmazonElasticLoadBalancingV2Request
{
    public List<string> LoadBalancerArns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> Names { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string Marker { get; set; }
    public int? PageSize { get; set; }
}

public class DescribeLoadBalancersResponse : AmazonWebServiceResponse
{
    public List<LoadBalancer> LoadBalancers { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextMarker { get; set; }
}

public class LoadBalancer
{
    public string LoadBalancerArn { get; set; }
    public string DNSName { get; set; }
    public string CanonicalHostedZoneId { get; set; }
    public DateTime? CreatedTime { get; set; }
    public string LoadBalancerName { get; set; }
    public LoadBalancerSchemeEnum Scheme { get; set; }
    public string VpcId { get; set; }
    public LoadBalancerState State { get; set; }
    public LoadBalancerTypeEnum Type { get; set; }
    public List<AvailabilityZone> AvailabilityZones { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> SecurityGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class LoadBalancerState
{
    public LoadBalancerStateEnum Code { get; set; }
    public string Reason { get; set; }
}

public class AvailabilityZone
{
    public string ZoneName { get; set; }
    public string SubnetId { get; set; }
    public string OutpostId { get; set; }
}
