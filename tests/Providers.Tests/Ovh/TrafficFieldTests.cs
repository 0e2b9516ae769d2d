using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.Ovh.Balancing;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>What a PUT does with a field that it is not given is not documented, so that every field is given: those of OVH's schema, and those that it will have.</summary>
public sealed class TrafficFieldTests
{
    private const string Later = ",\"later\":{\"a\":[1,null,\"ä\"]}";

    private const string Frontend =
        """
        "port":"80,443","zone":"gra","allowedSource":["10.0.0.0/8"],"deniedSource":null,"dedicatedIpfo":["192.0.2.7/32"],"defaultSslId":4,"disabled":false,"displayName":"shop",
        "ssl":true,"hsts":true,"httpHeader":["X-Ip %ci"],"redirectLocation":null
        """;

    private const string Server =
        """
        "status":"active","probe":true,"port":8080,"displayName":"a","backup":false,"ssl":true,"cookie":"c","chain":"-","proxyProtocolVersion":"v2-ssl-cn","onMarkedDown":"shutdown-sessions"
        """;

    [Theory]
    [InlineData("http/frontend/7", Frontend, "\"frontendId\":7,\"vrackNetworkId\":1,\"vrackVrouterId\":2", "\"defaultFarmId\":", "5", "6")]
    [InlineData("tcp/frontend/7", Frontend, "\"frontendId\":7,\"vrackNetworkId\":1,\"vrackVrouterId\":2", "\"defaultFarmId\":", "null", "6")]
    [InlineData("http/route/7", "\"frontendId\":7,\"weight\":255,\"displayName\":\"p\"", "\"routeId\":7,\"rules\":[{\"ruleId\":1}],\"status\":\"ok\"", "\"action\":{\"type\":\"farm\",\"status\":302,\"target\":", "\"5\"}", "\"6\"}")]
    [InlineData("http/farm/5/server/7", Server, "\"serverId\":7,\"backendId\":5,\"serverState\":[],\"address\":\"192.0.2.1\"", "\"weight\":", "null", "6")]
    public void Everything_that_may_be_written_is_put_back_and_one_value_is_another(string path, string kept, string readOnly, string field, string before, string after)
    {
        var whole = JsonNode.Parse($"{{{kept}{Later},{readOnly},{field}{before}}}")!.AsObject();

        var put = TrafficField.With(path, whole, 6);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($"{{{kept}{Later},{field}{after}}}"), put), put.ToJsonString());
        Assert.Equal(6, TrafficField.Read(path, put));
    }
}
