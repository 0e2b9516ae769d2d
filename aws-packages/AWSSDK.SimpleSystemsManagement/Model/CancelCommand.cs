using Amazon;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class CancelCommandRequest : AmazonSimpleSystemsManagementRequest
{
    public string CommandId { get; set; }
    public List<string> InstanceIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class CancelCommandResponse : AmazonWebServiceResponse;
