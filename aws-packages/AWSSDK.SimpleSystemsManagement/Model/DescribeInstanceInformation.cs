using Amazon;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class DescribeInstanceInformationRequest : AmazonSimpleSystemsManagementRequest
{
    public List<InstanceInformationStringFilter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
}

public class DescribeInstanceInformationResponse : AmazonWebServiceResponse
{
    public List<InstanceInformation> InstanceInformationList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }
}

public class InstanceInformationStringFilter
{
    public string Key { get; set; }
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class InstanceInformation
{
    public string InstanceId { get; set; }
    public PingStatus PingStatus { get; set; }
    public DateTime? LastPingDateTime { get; set; }
    public string AgentVersion { get; set; }
    public bool? IsLatestVersion { get; set; }
    public PlatformType PlatformType { get; set; }
    public string PlatformName { get; set; }
    public string PlatformVersion { get; set; }
    public string ActivationId { get; set; }
    public string IamRole { get; set; }
    public DateTime? RegistrationDate { get; set; }
    public ResourceType ResourceType { get; set; }
    public string Name { get; set; }
    public string IPAddress { get; set; }
    public string ComputerName { get; set; }
    public string AssociationStatus { get; set; }
    public DateTime? LastAssociationExecutionDate { get; set; }
    public DateTime? LastSuccessfulAssociationExecutionDate { get; set; }
    public InstanceAggregatedAssociationOverview AssociationOverview { get; set; }
    public string SourceId { get; set; }
    public SourceType SourceType { get; set; }
    public string SourceLocation { get; set; }
}

public class InstanceAggregatedAssociationOverview
{
    public string DetailedStatus { get; set; }
    public Dictionary<string, int> InstanceAssociationStatusAggregatedCount { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
