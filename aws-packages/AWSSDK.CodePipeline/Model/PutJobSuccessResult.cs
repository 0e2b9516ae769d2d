using Amazon.Runtime;

namespace Amazon.CodePipeline.Model;

public class PutJobSuccessResultRequest : AmazonCodePipelineRequest
{
    public string JobId { get; set; }
    public string ContinuationToken { get; set; }
    public Dictionary<string, string> OutputVariables { get; set; }
}

public class PutJobSuccessResultResponse : AmazonWebServiceResponse;
