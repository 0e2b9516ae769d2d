using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class GetParameterRequest : AmazonSimpleSystemsManagementRequest
{
    public string Name { get; set; }
    public bool? WithDecryption { get; set; }
}

public class GetParameterResponse : AmazonWebServiceResponse
{
    public Parameter Parameter { get; set; }
}

public class Parameter
{
    public string Name { get; set; }
    public ParameterType Type { get; set; }
    public string Value { get; set; }
    public long? Version { get; set; }
    public string Selector { get; set; }
    public string SourceResult { get; set; }
    public DateTime? LastModifiedDate { get; set; }
    public string ARN { get; set; }
    public string DataType { get; set; }
}
