using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

public interface ISimpleSystemsManagementPaginatorFactory
{
    IListCommandInvocationsPaginator ListCommandInvocations(ListCommandInvocationsRequest request);

    IListCommandsPaginator ListCommands(ListCommandsRequest request);

    IGetParametersByPathPaginator GetParametersByPath(GetParametersByPathRequest request);

    IDescribeInstanceInformationPaginator DescribeInstanceInformation(DescribeInstanceInformationRequest request);
}

public interface IListCommandInvocationsPaginator
{
    IPaginatedEnumerable<ListCommandInvocationsResponse> Responses { get; }

    IPaginatedEnumerable<CommandInvocation> CommandInvocations { get; }
}

public interface IListCommandsPaginator
{
    IPaginatedEnumerable<ListCommandsResponse> Responses { get; }

    IPaginatedEnumerable<Command> Commands { get; }
}

public interface IGetParametersByPathPaginator
{
    IPaginatedEnumerable<GetParametersByPathResponse> Responses { get; }
}

public interface IDescribeInstanceInformationPaginator
{
    IPaginatedEnumerable<DescribeInstanceInformationResponse> Responses { get; }

    IPaginatedEnumerable<InstanceInformation> InstanceInformationList { get; }
}
