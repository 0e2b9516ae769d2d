using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public interface IAutoScalingPaginatorFactory
{
    IDescribeAutoScalingGroupsPaginator DescribeAutoScalingGroups(DescribeAutoScalingGroupsRequest request);
}

public interface IDescribeAutoScalingGroupsPaginator
{
    IPaginatedEnumerable<DescribeAutoScalingGroupsResponse> Responses { get; }

    IPaginatedEnumerable<AutoScalingGroup> AutoScalingGroups { get; }
}
