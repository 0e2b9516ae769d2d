using Amazon;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class GetParametersByPathRequest : AmazonSimpleSystemsManagementRequest
{
    public string Path { get; set; }
    public bool? Recursive { get; set; }
    public List<ParameterStringFilter> ParameterFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? WithDecryption { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
}

public class GetParametersByPathResponse : AmazonWebServiceResponse
{
    public List<Parameter> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }
}

public class ParameterStringFilter
{
    public string Key { get; set; }
    public string Option { get; set; }
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
