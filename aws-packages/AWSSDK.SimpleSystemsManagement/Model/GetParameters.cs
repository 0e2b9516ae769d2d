using Amazon;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class GetParametersRequest : AmazonSimpleSystemsManagementRequest
{
    public List<string> Names { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? WithDecryption { get; set; }
}

public class GetParametersResponse : AmazonWebServiceResponse
{
    public List<Parameter> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> InvalidParameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
