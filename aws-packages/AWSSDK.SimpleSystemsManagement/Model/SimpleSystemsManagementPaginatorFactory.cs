using Amazon.Runtime;
using AwsPackages.Wire;

namespace Amazon.SimpleSystemsManagement.Model;

internal sealed class SimpleSystemsManagementPaginatorFactory(IAmazonSimpleSystemsManagement client)
    : ISimpleSystemsManagementPaginatorFactory
{
    public IListCommandInvocationsPaginator ListCommandInvocations(ListCommandInvocationsRequest request) =>
        new ListCommandInvocationsPaginator(client, request);

    public IListCommandsPaginator ListCommands(ListCommandsRequest request) => new ListCommandsPaginator(client, request);

    public IGetParametersByPathPaginator GetParametersByPath(GetParametersByPathRequest request) =>
        new GetParametersByPathPaginator(client, request);

    public IDescribeInstanceInformationPaginator DescribeInstanceInformation(DescribeInstanceInformationRequest request) =>
        new DescribeInstanceInformationPaginator(client, request);
}

internal sealed class ListCommandInvocationsPaginator : IListCommandInvocationsPaginator
{
    public ListCommandInvocationsPaginator(IAmazonSimpleSystemsManagement client, ListCommandInvocationsRequest request)
    {
        var pages = new Pages<ListCommandInvocationsRequest, ListCommandInvocationsResponse>(
            request, client.ListCommandInvocationsAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<ListCommandInvocationsResponse>(pages);
        CommandInvocations = new PaginatedResultKeyResponse<ListCommandInvocationsResponse, CommandInvocation>(
            pages, response => response.CommandInvocations ?? []);
    }

    public IPaginatedEnumerable<ListCommandInvocationsResponse> Responses { get; }

    public IPaginatedEnumerable<CommandInvocation> CommandInvocations { get; }
}

internal sealed class ListCommandsPaginator : IListCommandsPaginator
{
    public ListCommandsPaginator(IAmazonSimpleSystemsManagement client, ListCommandsRequest request)
    {
        var pages = new Pages<ListCommandsRequest, ListCommandsResponse>(
            request, client.ListCommandsAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<ListCommandsResponse>(pages);
        Commands = new PaginatedResultKeyResponse<ListCommandsResponse, Command>(
            pages, response => response.Commands ?? []);
    }

    public IPaginatedEnumerable<ListCommandsResponse> Responses { get; }

    public IPaginatedEnumerable<Command> Commands { get; }
}

internal sealed class GetParametersByPathPaginator : IGetParametersByPathPaginator
{
    public GetParametersByPathPaginator(IAmazonSimpleSystemsManagement client, GetParametersByPathRequest request)
    {
        var pages = new Pages<GetParametersByPathRequest, GetParametersByPathResponse>(
            request, client.GetParametersByPathAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<GetParametersByPathResponse>(pages);
    }

    public IPaginatedEnumerable<GetParametersByPathResponse> Responses { get; }
}

internal sealed class DescribeInstanceInformationPaginator : IDescribeInstanceInformationPaginator
{
    public DescribeInstanceInformationPaginator(IAmazonSimpleSystemsManagement client, DescribeInstanceInformationRequest request)
    {
        var pages = new Pages<DescribeInstanceInformationRequest, DescribeInstanceInformationResponse>(
            request, client.DescribeInstanceInformationAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<DescribeInstanceInformationResponse>(pages);
        InstanceInformationList = new PaginatedResultKeyResponse<DescribeInstanceInformationResponse, InstanceInformation>(
            pages, response => response.InstanceInformationList ?? []);
    }

    public IPaginatedEnumerable<DescribeInstanceInformationResponse> Responses { get; }

    public IPaginatedEnumerable<InstanceInformation> InstanceInformationList { get; }
}
