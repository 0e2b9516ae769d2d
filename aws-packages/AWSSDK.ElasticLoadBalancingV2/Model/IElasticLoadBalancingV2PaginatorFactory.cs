using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

public interface IElasticLoadBalancingV2PaginatorFactory
{
    IDescribeListenersPaginator DescribeListeners(DescribeListenersRequest request);

    IDescribeTargetGroupsPaginator DescribeTargetGroups(DescribeTargetGroupsRequest request);

    IDescribeLoadBalancersPaginator DescribeLoadBalancers(DescribeLoadBalancersRequest request);
}

public interface IDescribeListenersPaginator
{
    IPaginatedEnumerable<DescribeListenersResponse> Responses { get; }

    IPaginatedEnumerable<Listener> Listeners { get; }
}

public interface IDescribeTargetGroupsPaginator
{
    IPaginatedEnumerable<DescribeTargetGroupsResponse> Responses { get; }

    IPaginatedEnumerable<TargetGroup> TargetGroups { get; }
}

public interface IDescribeLoadBalancersPaginator
{
    IPaginatedEnumerable<DescribeLoadBalancersResponse> Responses { get; }

    IPaginatedEnumerable<LoadBalancer> LoadBalancers { get; }
}
