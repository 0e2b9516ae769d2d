using Amazon;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public class DescribeAlarmsRequest : AmazonCloudWatchRequest
{
    public List<string> AlarmNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string AlarmNamePrefix { get; set; }
    public List<string> AlarmTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string ChildrenOfAlarmName { get; set; }
    public string ParentsOfAlarmName { get; set; }
    public StateValue StateValue { get; set; }
    public string ActionPrefix { get; set; }
    public int? MaxRecords { get; set; }
    public string NextToken { get; set; }
}

public class DescribeAlarmsResponse : AmazonWebServiceResponse
{
    public List<CompositeAlarm> CompositeAlarms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<MetricAlarm> MetricAlarms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }
}

public class CompositeAlarm
{
    public bool? ActionsEnabled { get; set; }
    public List<string> AlarmActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string AlarmArn { get; set; }
    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }
    public string AlarmDescription { get; set; }
    public string AlarmName { get; set; }
    public string AlarmRule { get; set; }
    public List<string> InsufficientDataActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> OKActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string StateReason { get; set; }
    public string StateReasonData { get; set; }
    public DateTime? StateUpdatedTimestamp { get; set; }
    public StateValue StateValue { get; set; }
    public DateTime? StateTransitionedTimestamp { get; set; }
    public ActionsSuppressedBy ActionsSuppressedBy { get; set; }
    public string ActionsSuppressedReason { get; set; }
    public string ActionsSuppressor { get; set; }
    public int? ActionsSuppressorWaitPeriod { get; set; }
    public int? ActionsSuppressorExtensionPeriod { get; set; }
    public ActionConfiguration ActionConfiguration { get; set; }
}

public class ActionConfiguration;

public class MetricAlarm
{
    public string AlarmName { get; set; }
    public string AlarmArn { get; set; }
    public string AlarmDescription { get; set; }
    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }
    public bool? ActionsEnabled { get; set; }
    public List<string> OKActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> AlarmActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> InsufficientDataActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public StateValue StateValue { get; set; }
    public string StateReason { get; set; }
    public string StateReasonData { get; set; }
    public DateTime? StateUpdatedTimestamp { get; set; }
    public string MetricName { get; set; }
    public string Namespace { get; set; }
    public Statistic Statistic { get; set; }
    public string ExtendedStatistic { get; set; }
    public List<Dimension> Dimensions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public int? Period { get; set; }
    public StandardUnit Unit { get; set; }
    public int? EvaluationPeriods { get; set; }
    public int? DatapointsToAlarm { get; set; }
    public double? Threshold { get; set; }
    public ComparisonOperator ComparisonOperator { get; set; }
    public string TreatMissingData { get; set; }
    public string EvaluateLowSampleCountPercentile { get; set; }
    public List<MetricDataQuery> Metrics { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string ThresholdMetricId { get; set; }
    public EvaluationState EvaluationState { get; set; }
    public DateTime? StateTransitionedTimestamp { get; set; }
    public ActionConfiguration ActionConfiguration { get; set; }
}

public class Dimension
{
    public string Name { get; set; }
    public string Value { get; set; }
}

public class MetricDataQuery
{
    public string Id { get; set; }
    public MetricStat MetricStat { get; set; }
    public string Expression { get; set; }
    public string Label { get; set; }
    public bool? ReturnData { get; set; }
    public int? Period { get; set; }
    public string AccountId { get; set; }
}

public class MetricStat
{
    public Metric Metric { get; set; }
    public int? Period { get; set; }
    public string Stat { get; set; }
    public StandardUnit Unit { get; set; }
}

public class Metric
{
    public string Namespace { get; set; }
    public string MetricName { get; set; }
    public List<Dimension> Dimensions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
