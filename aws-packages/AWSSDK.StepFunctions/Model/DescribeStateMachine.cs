using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public class DescribeStateMachineRequest : AmazonStepFunctionsRequest
{
    public string StateMachineArn { get; set; }
}

public class DescribeStateMachineResponse : AmazonWebServiceResponse
{
    public string StateMachineArn { get; set; }
    public string Name { get; set; }
    public StateMachineStatus Status { get; set; }
    public string Definition { get; set; }
    public string RoleArn { get; set; }
    public StateMachineType Type { get; set; }
    public DateTime? CreationDate { get; set; }
}
