using Amazon.Runtime;

namespace Amazon.CodePipeline.Model;

/// <summary>Base of every request of this service.</summary>
public class AmazonCodePipelineRequest : AmazonWebServiceRequest;
