using Amazon;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class ListCommandsRequest : AmazonSimpleSystemsManagementRequest
{
    public string CommandId { get; set; }
    public string InstanceId { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public List<CommandFilter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class ListCommandsResponse : AmazonWebServiceResponse
{
    public List<Command> Commands { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }
}
