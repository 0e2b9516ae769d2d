using Amazon.Runtime;
using AwsPackages.Wire;

namespace Amazon.CloudWatch.Model;

internal sealed class CloudWatchPaginatorFactory(IAmazonCloudWatch client)
    : ICloudWatchPaginatorFactory
{
    public IDescribeAlarmsPaginator DescribeAlarms(DescribeAlarmsRequest request) => new DescribeAlarmsPaginator(client, request);

    public IGetMetricDataPaginator GetMetricData(GetMetricDataRequest request) => new GetMetricDataPaginator(client, request);
}

internal sealed class DescribeAlarmsPaginator : IDescribeAlarmsPaginator
{
    public DescribeAlarmsPaginator(IAmazonCloudWatch client, DescribeAlarmsRequest request)
    {
        var pages = new Pages<DescribeAlarmsRequest, DescribeAlarmsResponse>(
            request, client.DescribeAlarmsAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<DescribeAlarmsResponse>(pages);
        MetricAlarms = new PaginatedResultKeyResponse<DescribeAlarmsResponse, MetricAlarm>(
            pages, response => response.MetricAlarms ?? []);
        CompositeAlarms = new PaginatedResultKeyResponse<DescribeAlarmsResponse, CompositeAlarm>(
            pages, response => response.CompositeAlarms ?? []);
    }

    public IPaginatedEnumerable<DescribeAlarmsResponse> Responses { get; }

    public IPaginatedEnumerable<MetricAlarm> MetricAlarms { get; }

    public IPaginatedEnumerable<CompositeAlarm> CompositeAlarms { get; }
}

internal sealed class GetMetricDataPaginator : IGetMetricDataPaginator
{
    public GetMetricDataPaginator(IAmazonCloudWatch client, GetMetricDataRequest request)
    {
        var pages = new Pages<GetMetricDataRequest, GetMetricDataResponse>(
            request, client.GetMetricDataAsync, response => response.NextToken, (next, token) => next.NextToken = token);
        Responses = new PaginatedResponse<GetMetricDataResponse>(pages);
        MetricDataResults = new PaginatedResultKeyResponse<GetMetricDataResponse, MetricDataResult>(
            pages, response => response.MetricDataResults ?? []);
        Messages = new PaginatedResultKeyResponse<GetMetricDataResponse, MessageData>(
            pages, response => response.Messages ?? []);
    }

    public IPaginatedEnumerable<GetMetricDataResponse> Responses { get; }

    public IPaginatedEnumerable<MetricDataResult> MetricDataResults { get; }

    public IPaginatedEnumerable<MessageData> Messages { get; }
}
