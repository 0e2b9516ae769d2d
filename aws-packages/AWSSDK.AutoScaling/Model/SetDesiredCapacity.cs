using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public class SetDesiredCapacityRequest : AmazonAutoScalingRequest
{
    public string AutoScalingGroupName { get; set; }
    public int? DesiredCapacity { get; set; }
    public bool? HonorCooldown { get; set; }
}

public class SetDesiredCapacityResponse : AmazonWebServiceResponse;
