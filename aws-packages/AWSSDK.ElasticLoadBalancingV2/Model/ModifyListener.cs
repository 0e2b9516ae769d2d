using Amazon;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

public class ModifyListenerRequest : AmazonElasticLoadBalancingV2Request
{
    public string ListenerArn { get; set; }
    public int? Port { get; set; }
    public ProtocolEnum Protocol { get; set; }
    public string SslPolicy { get; set; }
    public List<Certificate> Certificates { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<Action> DefaultActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public List<string> AlpnPolicy { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public MutualAuthenticationAttributes MutualAuthentication { get; set; }
}

public class ModifyListenerResponse : AmazonWebServiceResponse
{
    public List<Listener> Listeners { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
