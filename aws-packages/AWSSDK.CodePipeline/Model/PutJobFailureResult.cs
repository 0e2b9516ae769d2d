using Amazon.Runtime;

namespace Amazon.CodePipeline.Model;

public class PutJobFailureResultRequest : AmazonCodePipelineRequest
{
    public string JobId { get; set; }
    public FailureDetails FailureDetails { get; set; }
}

public class PutJobFailureResultResponse : AmazonWebServiceResponse;

public class FailureDetails
{
    public FailureType Type { get; set; }
    public string Message { get; set; }
    public string ExternalExecutionId { get; set; }
}
