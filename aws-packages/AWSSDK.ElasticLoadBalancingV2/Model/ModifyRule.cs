using Amazon;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class ModifyRuleRequest : AmazonElasticLoadBalancingV2Request
{
    public string RuleArn { get; set; }
    public List<RuleCondition> Conditions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<Action> Actions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<RuleTransform> Transforms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? ResetTransforms { get; set; }
}

public class ModifyRuleResponse : AmazonWebServiceResponse
{
    public List<Rule> Rules { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
