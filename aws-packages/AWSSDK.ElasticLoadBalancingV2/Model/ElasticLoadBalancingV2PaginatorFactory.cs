using Amazon.Runtime;
using AwsPackages.Wire;

namespace Amazon.ElasticLoadBalancingV2.Model;

internal sealed class ElasticLoadBalancingV2PaginatorFactory(IAmazonElasticLoadBalancingV2 client)
    : IElasticLoadBalancingV2PaginatorFactory
{
    public IDescribeListenersPaginator DescribeListeners(DescribeListenersRequest request) => new DescribeListenersPaginator(client, request);

    public IDescribeTargetGroupsPaginator DescribeTargetGroups(DescribeTargetGroupsRequest request) =>
        new DescribeTargetGroupsPaginator(client, request);

    public IDescribeLoadBalancersPaginator DescribeLoadBalancers(DescribeLoadBalancersRequest request) =>
        new DescribeLoadBalancersPaginator(client, request);
}

internal sealed class DescribeListenersPaginator : IDescribeListenersPaginator
{
    public DescribeListenersPaginator(IAmazonElasticLoadBalancingV2 client, DescribeListenersRequest request)
    {
        var pages = new Pages<DescribeListenersRequest, DescribeListenersResponse>(
            request, client.DescribeListenersAsync, response => response.NextMarker, (next, token) => next.Marker = token);
        Responses = new PaginatedResponse<DescribeListenersResponse>(pages);
        Listeners = new PaginatedResultKeyResponse<DescribeListenersResponse, Listener>(
            pages, response => response.Listeners ?? []);
    }

    public IPaginatedEnumerable<DescribeListenersResponse> Responses { get; }

    public IPaginatedEnumerable<Listener> Listeners { get; }
}

internal sealed class DescribeTargetGroupsPaginator : IDescribeTargetGroupsPaginator
{
    public DescribeTargetGroupsPaginator(IAmazonElasticLoadBalancingV2 client, DescribeTargetGroupsRequest request)
    {
        var pages = new Pages<DescribeTargetGroupsRequest, DescribeTargetGroupsResponse>(
            request, client.DescribeTargetGroupsAsync, response => response.NextMarker, (next, token) => next.Marker = token);
        Responses = new PaginatedResponse<DescribeTargetGroupsResponse>(pages);
        TargetGroups = new PaginatedResultKeyResponse<DescribeTargetGroupsResponse, TargetGroup>(
            pages, response => response.TargetGroups ?? []);
    }

    public IPaginatedEnumerable<DescribeTargetGroupsResponse> Responses { get; }

    public IPaginatedEnumerable<TargetGroup> TargetGroups { get; }
}

internal sealed class DescribeLoadBalancersPaginator : IDescribeLoadBalancersPaginator
{
    public DescribeLoadBalancersPaginator(IAmazonElasticLoadBalancingV2 client, DescribeLoadBalancersRequest request)
    {
        var pages = new Pages<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse>(
            request, client.DescribeLoadBalancersAsync, response => response.NextMarker, (next, token) => next.Marker = token);
        Responses = new PaginatedResponse<DescribeLoadBalancersResponse>(pages);
        LoadBalancers = new PaginatedResultKeyResponse<DescribeLoadBalancersResponse, LoadBalancer>(
            pages, response => response.LoadBalancers ?? []);
    }

    public IPaginatedEnumerable<DescribeLoadBalancersResponse> Responses { get; }

    public IPaginatedEnumerable<LoadBalancer> LoadBalancers { get; }
}
