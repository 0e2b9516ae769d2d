using Amazon.Runtime;
using AwsPackages.Wire;

namespace Amazon.AutoScaling.Model;

internal sealed class AutoScalingPaginatorFactory(IAmazonAutoScaling client)
    : IAutoScalingPaginatorFactory
{
    public IDescribeAutoScalingGroupsPaginator DescribeAutoScalingGroups(DescribeAutoScalingGroupsRequest request) =>
        new DescribeAutoScalingGroupsPaginator(client, request);
}

internal sealed class DescribeAutoScalingGroupsPaginator : IDescribeAutoScalingGroupsPaginator
{
    public DescribeAutoScalingGroupsPaginator(IAmazonAutoScaling client, DescribeAutoScalingGroupsRequest request)
    {
        var pages = new Pages<DescribeAutoScalingGroupsRequest, DescribeAutoScalingGroupsResponse>(
            request, client.DescribeAutoScalingGroupsAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<DescribeAutoScalingGroupsResponse>(pages);
        AutoScalingGroups = new PaginatedResultKeyResponse<DescribeAutoScalingGroupsResponse, AutoScalingGroup>(
            pages, response => response.AutoScalingGroups ?? []);
    }

    public IPaginatedEnumerable<DescribeAutoScalingGroupsResponse> Responses { get; }

    public IPaginatedEnumerable<AutoScalingGroup> AutoScalingGroups { get; }
}
