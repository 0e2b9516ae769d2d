using Amazon;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class PutParameterRequest : AmazonSimpleSystemsManagementRequest
{
    public string Name { get; set; }
    public string Description { get; set; }
    public string Value { get; set; }
    public ParameterType Type { get; set; }
    public string KeyId { get; set; }
    public bool? Overwrite { get; set; }
    public string AllowedPattern { get; set; }
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public ParameterTier Tier { get; set; }
    public string Policies { get; set; }
    public string DataType { get; set; }
}

public class PutParameterResponse : AmazonWebServiceResponse
{
    public long? Version { get; set; }
    public ParameterTier Tier { get; set; }
}

public class Tag
{
    public string Key { get; set; }
    public string Value { get; set; }
}
