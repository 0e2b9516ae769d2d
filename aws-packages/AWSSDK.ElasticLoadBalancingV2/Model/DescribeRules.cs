using Amazon;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class DescribeRulesRequest : AmazonElasticLoadBalancingV2Request
{
    public string ListenerArn { get; set; }
    public List<string> RuleArns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string Marker { get; set; }
    public int? PageSize { get; set; }
}

public class DescribeRulesResponse : AmazonWebServiceResponse
{
    public List<Rule> Rules { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextMarker { get; set; }
}

public class Rule
{
    public string RuleArn { get; set; }
    public string Priority { get; set; }
    public List<RuleCondition> Conditions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<Action> Actions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? IsDefault { get; set; }
    public List<RuleTransform> Transforms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class RuleCondition
{
    public string Field { get; set; }
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public HostHeaderConditionConfig HostHeaderConfig { get; set; }
    public PathPatternConditionConfig PathPatternConfig { get; set; }
    public HttpHeaderConditionConfig HttpHeaderConfig { get; set; }
    public QueryStringConditionConfig QueryStringConfig { get; set; }
    public HttpRequestMethodConditionConfig HttpRequestMethodConfig { get; set; }
    public SourceIpConditionConfig SourceIpConfig { get; set; }
    public List<string> RegexValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class HostHeaderConditionConfig
{
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> RegexValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class PathPatternConditionConfig
{
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> RegexValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class HttpHeaderConditionConfig
{
    public string HttpHeaderName { get; set; }
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> RegexValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class QueryStringConditionConfig
{
    public List<QueryStringKeyValuePair> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class QueryStringKeyValuePair
{
    public string Key { get; set; }
    public string Value { get; set; }
}

public class HttpRequestMethodConditionConfig
{
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class SourceIpConditionConfig
{
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public SourceIpAddressTypeEnum IpAddressType { get; set; }
}

public class RuleTransform
{
    public TransformTypeEnum Type { get; set; }
    public HostHeaderRewriteConfig HostHeaderRewriteConfig { get; set; }
    public UrlRewriteConfig UrlRewriteConfig { get; set; }
}

public class HostHeaderRewriteConfig
{
    public List<RewriteConfig> Rewrites { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public class RewriteConfig
{
    public string Regex { get; set; }
    public string Replace { get; set; }
}

public class UrlRewriteConfig
{
    public List<RewriteConfig> Rewrites { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
