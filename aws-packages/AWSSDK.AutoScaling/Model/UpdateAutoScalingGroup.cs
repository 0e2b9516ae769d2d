using Amazon;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public class UpdateAutoScalingGroupRequest : AmazonAutoScalingRequest
{
    public string AutoScalingGroupName { get; set; }
    public string LaunchConfigurationName { get; set; }
    public LaunchTemplateSpecification LaunchTemplate { get; set; }
    public int? MinSize { get; set; }
    public int? MaxSize { get; set; }
    public int? DesiredCapacity { get; set; }
    public int? DefaultCooldown { get; set; }
    public List<string> AvailabilityZones { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> AvailabilityZoneIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string HealthCheckType { get; set; }
    public int? HealthCheckGracePeriod { get; set; }
    public string PlacementGroup { get; set; }
    public string VPCZoneIdentifier { get; set; }
    public List<string> TerminationPolicies { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? NewInstancesProtectedFromScaleIn { get; set; }
    public string ServiceLinkedRoleARN { get; set; }
    public int? MaxInstanceLifetime { get; set; }
    public bool? CapacityRebalance { get; set; }
    public string Context { get; set; }
    public string DesiredCapacityType { get; set; }
    public int? DefaultInstanceWarmup { get; set; }
    public bool? SkipZonalShiftValidation { get; set; }
    public DeletionProtection DeletionProtection { get; set; }
}

public class UpdateAutoScalingGroupResponse : AmazonWebServiceResponse;
