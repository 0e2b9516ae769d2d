using Amazon;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public class GetMetricDataRequest : AmazonCloudWatchRequest
{
    public List<MetricDataQuery> MetricDataQueries { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public DateTime? StartTime { get; set; }
    public DateTime? EndTime { get; set; }
    public string NextToken { get; set; }
    public ScanBy ScanBy { get; set; }
    public int? MaxDatapoints { get; set; }
    public LabelOptions LabelOptions { get; set; }
}

public class GetMetricDataResponse : AmazonWebServiceResponse
{
    public List<MetricDataResult> MetricDataResults { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }
    public List<MessageData> Messages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class LabelOptions
{
    public string Timezone { get; set; }
}

public class MetricDataResult
{
    public string Id { get; set; }
    public string Label { get; set; }
    public List<DateTime> Timestamps { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<double> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public StatusCode StatusCode { get; set; }
    public List<MessageData> Messages { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class MessageData
{
    public string Code { get; set; }
    public string Value { get; set; }
}
