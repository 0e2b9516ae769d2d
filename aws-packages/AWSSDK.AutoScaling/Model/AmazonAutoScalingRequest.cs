using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>Base of every request of this service.</summary>
public class AmazonAutoScalingRequest : AmazonWebServiceRequest;
