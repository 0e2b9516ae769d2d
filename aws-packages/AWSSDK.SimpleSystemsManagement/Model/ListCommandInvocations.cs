using System.Text.Json.Serialization;
using Amazon;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public class ListCommandInvocationsRequest : AmazonSimpleSystemsManagementRequest
{
    public string CommandId { get; set; }
    public string InstanceId { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public List<CommandFilter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? Details { get; set; }
}

public class ListCommandInvocationsResponse : AmazonWebServiceResponse
{
    public List<CommandInvocation> CommandInvocations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }
}

public class CommandFilter
{
    [JsonPropertyName("key")]
    public CommandFilterKey Key { get; set; }
    [JsonPropertyName("value")]
    public string Value { get; set; }
}

public class CommandInvocation
{
    public string CommandId { get; set; }
    public string InstanceId { get; set; }
    public string InstanceName { get; set; }
    public string Comment { get; set; }
    public string DocumentName { get; set; }
    public string DocumentVersion { get; set; }
    public DateTime? RequestedDateTime { get; set; }
    public CommandInvocationStatus Status { get; set; }
    public string StatusDetails { get; set; }
    public string TraceOutput { get; set; }
    public string StandardOutputUrl { get; set; }
    public string StandardErrorUrl { get; set; }
    public List<CommandPlugin> CommandPlugins { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string ServiceRole { get; set; }
    public NotificationConfig NotificationConfig { get; set; }
    public CloudWatchOutputConfig CloudWatchOutputConfig { get; set; }
}

public class CommandPlugin
{
    public string Name { get; set; }
    public CommandPluginStatus Status { get; set; }
    public string StatusDetails { get; set; }
    public int? ResponseCode { get; set; }
    public DateTime? ResponseStartDateTime { get; set; }
    public DateTime? ResponseFinishDateTime { get; set; }
    public string Output { get; set; }
    public string StandardOutputUrl { get; set; }
    public string StandardErrorUrl { get; set; }
    public string OutputS3Region { get; set; }
    public string OutputS3BucketName { get; set; }
    public string OutputS3KeyPrefix { get; set; }
}
