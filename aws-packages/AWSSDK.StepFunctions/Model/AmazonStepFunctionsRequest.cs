using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Base of every request of this service.</summary>
public class AmazonStepFunctionsRequest : AmazonWebServiceRequest;
