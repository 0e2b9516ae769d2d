using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public interface IStepFunctionsPaginatorFactory
{
    IListExecutionsPaginator ListExecutions(ListExecutionsRequest request);

    IGetExecutionHistoryPaginator GetExecutionHistory(GetExecutionHistoryRequest request);

    IListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request);
}

public interface IListExecutionsPaginator
{
    IPaginatedEnumerable<ListExecutionsResponse> Responses { get; }

    IPaginatedEnumerable<ExecutionListItem> Executions { get; }
}

public interface IGetExecutionHistoryPaginator
{
    IPaginatedEnumerable<GetExecutionHistoryResponse> Responses { get; }

    IPaginatedEnumerable<HistoryEvent> Events { get; }
}

public interface IListStateMachinesPaginator
{
    IPaginatedEnumerable<ListStateMachinesResponse> Responses { get; }

    IPaginatedEnumerable<StateMachineListItem> StateMachines { get; }
}
