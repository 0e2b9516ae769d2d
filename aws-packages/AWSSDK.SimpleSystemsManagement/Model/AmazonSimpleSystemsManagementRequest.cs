using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Base of every request of this service.</summary>
public class AmazonSimpleSystemsManagementRequest : AmazonWebServiceRequest;
