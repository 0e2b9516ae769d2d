using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>Base of every request of this service.</summary>
public class AmazonCloudWatchRequest : AmazonWebServiceRequest;
