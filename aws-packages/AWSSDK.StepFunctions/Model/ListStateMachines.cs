using Amazon;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public class ListStateMachinesRequest : AmazonStepFunctionsRequest
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
}

public class ListStateMachinesResponse : AmazonWebServiceResponse
{
    public List<StateMachineListItem> StateMachines { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }
}

public class StateMachineListItem
{
    public string StateMachineArn { get; set; }
    public string Name { get; set; }
    public StateMachineType Type { get; set; }
    public DateTime? CreationDate { get; set; }
}
