using Amazon.Runtime;
using AwsPackages.Wire;

namespace Amazon.StepFunctions.Model;

internal sealed class StepFunctionsPaginatorFactory(IAmazonStepFunctions client)
    : IStepFunctionsPaginatorFactory
{
    public IListExecutionsPaginator ListExecutions(ListExecutionsRequest request) => new ListExecutionsPaginator(client, request);

    public IGetExecutionHistoryPaginator GetExecutionHistory(GetExecutionHistoryRequest request) =>
        new GetExecutionHistoryPaginator(client, request);

    public IListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request) => new ListStateMachinesPaginator(client, request);
}

internal sealed class ListExecutionsPaginator : IListExecutionsPaginator
{
    public ListExecutionsPaginator(IAmazonStepFunctions client, ListExecutionsRequest request)
    {
        var pages = new Pages<ListExecutionsRequest, ListExecutionsResponse>(
            request, client.ListExecutionsAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<ListExecutionsResponse>(pages);
        Executions = new PaginatedResultKeyResponse<ListExecutionsResponse, ExecutionListItem>(
            pages, response => response.Executions ?? []);
    }

    public IPaginatedEnumerable<ListExecutionsResponse> Responses { get; }

    public IPaginatedEnumerable<ExecutionListItem> Executions { get; }
}

internal sealed class GetExecutionHistoryPaginator : IGetExecutionHistoryPaginator
{
    public GetExecutionHistoryPaginator(IAmazonStepFunctions client, GetExecutionHistoryRequest request)
    {
        var pages = new Pages<GetExecutionHistoryRequest, GetExecutionHistoryResponse>(
            request, client.GetExecutionHistoryAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<GetExecutionHistoryResponse>(pages);
        Events = new PaginatedResultKeyResponse<GetExecutionHistoryResponse, HistoryEvent>(
            pages, response => response.Events ?? []);
    }

    public IPaginatedEnumerable<GetExecutionHistoryResponse> Responses { get; }

    public IPaginatedEnumerable<HistoryEvent> Events { get; }
}

internal sealed class ListStateMachinesPaginator : IListStateMachinesPaginator
{
    public ListStateMachinesPaginator(IAmazonStepFunctions client, ListStateMachinesRequest request)
    {
        var pages = new Pages<ListStateMachinesRequest, ListStateMachinesResponse>(
            request, client.ListStateMachinesAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<ListStateMachinesResponse>(pages);
        StateMachines = new PaginatedResultKeyResponse<ListStateMachinesResponse, StateMachineListItem>(
            pages, response => response.StateMachines ?? []);
    }

    public IPaginatedEnumerable<ListStateMachinesResponse> Responses { get; }

    public IPaginatedEnumerable<StateMachineListItem> StateMachines { get; }
}
