using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public interface ICloudWatchPaginatorFactory
{
    IDescribeAlarmsPaginator DescribeAlarms(DescribeAlarmsRequest request);

    IGetMetricDataPaginator GetMetricData(GetMetricDataRequest request);
}

public interface IDescribeAlarmsPaginator
{
    IPaginatedEnumerable<DescribeAlarmsResponse> Responses { get; }

    IPaginatedEnumerable<MetricAlarm> MetricAlarms { get; }

    IPaginatedEnumerable<CompositeAlarm> CompositeAlarms { get; }
}

public interface IGetMetricDataPaginator
{
    IPaginatedEnumerable<GetMetricDataResponse> Responses { get; }

    IPaginatedEnumerable<MetricDataResult> MetricDataResults { get; }

    IPaginatedEnumerable<MessageData> Messages { get; }
}
