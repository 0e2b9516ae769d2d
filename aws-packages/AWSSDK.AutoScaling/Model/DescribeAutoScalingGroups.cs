using Amazon;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public class DescribeAutoScalingGroupsRequest : AmazonAutoScalingRequest
{
    public List<string> AutoScalingGroupNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? IncludeInstances { get; set; }
    public bool? IncludeManagedResources { get; set; }
    public string NextToken { get; set; }
    public int? MaxRecords { get; set; }
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class DescribeAutoScalingGroupsResponse : AmazonWebServiceResponse
{
    public List<AutoScalingGroup> AutoScalingGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }
}

public class Filter
{
    public string Name { get; set; }
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class AutoScalingGroup
{
    public string AutoScalingGroupName { get; set; }
    public string AutoScalingGroupARN { get; set; }
    public string LaunchConfigurationName { get; set; }
    public LaunchTemplateSpecification LaunchTemplate { get; set; }
    public int? MinSize { get; set; }
    public int? MaxSize { get; set; }
    public int? DesiredCapacity { get; set; }
    public int? PredictedCapacity { get; set; }
    public int? DefaultCooldown { get; set; }
    public List<string> AvailabilityZones { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> AvailabilityZoneIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> LoadBalancerNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> TargetGroupARNs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string HealthCheckType { get; set; }
    public int? HealthCheckGracePeriod { get; set; }
    public List<Instance> Instances { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public DateTime? CreatedTime { get; set; }
    public List<SuspendedProcess> SuspendedProcesses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string PlacementGroup { get; set; }
    public string VPCZoneIdentifier { get; set; }
    public List<EnabledMetric> EnabledMetrics { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string Status { get; set; }
    public List<TagDescription> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> TerminationPolicies { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? NewInstancesProtectedFromScaleIn { get; set; }
    public string ServiceLinkedRoleARN { get; set; }
    public int? MaxInstanceLifetime { get; set; }
    public bool? CapacityRebalance { get; set; }
    public WarmPoolConfiguration WarmPoolConfiguration { get; set; }
    public int? WarmPoolSize { get; set; }
    public string Context { get; set; }
    public string DesiredCapacityType { get; set; }
    public int? DefaultInstanceWarmup { get; set; }
    public List<TrafficSourceIdentifier> TrafficSources { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public DeletionProtection DeletionProtection { get; set; }
}

public class LaunchTemplateSpecification
{
    public string LaunchTemplateId { get; set; }
    public string LaunchTemplateName { get; set; }
    public string Version { get; set; }
}

public class Instance
{
    public string InstanceId { get; set; }
    public string InstanceType { get; set; }
    public string AvailabilityZone { get; set; }
    public string AvailabilityZoneId { get; set; }
    public LifecycleState LifecycleState { get; set; }
    public string HealthStatus { get; set; }
    public string LaunchConfigurationName { get; set; }
    public LaunchTemplateSpecification LaunchTemplate { get; set; }
    public string ImageId { get; set; }
    public bool? ProtectedFromScaleIn { get; set; }
    public string WeightedCapacity { get; set; }
}

public class SuspendedProcess
{
    public string ProcessName { get; set; }
    public string SuspensionReason { get; set; }
}

public class EnabledMetric
{
    public string Metric { get; set; }
    public string Granularity { get; set; }
}

public class TagDescription
{
    public string ResourceId { get; set; }
    public string ResourceType { get; set; }
    public string Key { get; set; }
    public string Value { get; set; }
    public bool? PropagateAtLaunch { get; set; }
}

public class WarmPoolConfiguration
{
    public int? MaxGroupPreparedCapacity { get; set; }
    public int? MinSize { get; set; }
    public WarmPoolState PoolState { get; set; }
    public WarmPoolStatus Status { get; set; }
    public InstanceReusePolicy InstanceReusePolicy { get; set; }
}

public class InstanceReusePolicy
{
    public bool? ReuseOnScaleIn { get; set; }
}

public class TrafficSourceIdentifier
{
    public string Identifier { get; set; }
    public string Type { get; set; }
}
