using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public class SendTaskSuccessRequest : AmazonStepFunctionsRequest
{
    public string TaskToken { get; set; }
    public string Output { get; set; }
}

public class SendTaskSuccessResponse : AmazonWebServiceResponse;
