using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;
using BlueGreenServerless.AwsPackages.Tests.Surface;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>Every member of every operation, there and back, by the names that the surface file gives them on the wire.</summary>
public sealed class EveryOperation
{
    public static TheoryData<string, string> JsonOperations => Operations("json");

    public static TheoryData<string, string> QueryOperations => Operations("query");

    [Theory]
    [MemberData(nameof(JsonOperations))]
    public async Task Json_requests_and_responses_carry_every_member_by_its_wire_name(string service, string operation)
    {
        var samples = new Samples(service, moment => (decimal)(moment - DateTime.UnixEpoch).TotalSeconds);
        await using var loopback = LoopbackService.Answering(Answer.Json(samples.OnTheWire(operation + "Response").ToJsonString()));
        using var client = Clients.Of(service, loopback.Url);

        var response = await client.CallAsync(operation, Samples.Filled(Bundled.Model(service, operation + "Request")));

        Assert.Equal($"{AwsSurface.Meta(service, "targetPrefix")}.{operation}", loopback.Request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-" + AwsSurface.Meta(service, "jsonVersion"), loopback.Request.Headers["Content-Type"]);
        AssertSame(samples.OnTheWire(operation + "Request"), loopback.Request.Json);
        AssertReadWhole(response);
    }

    [Theory]
    [MemberData(nameof(QueryOperations))]
    public async Task Query_requests_and_responses_carry_every_member_by_its_wire_name(string service, string operation)
    {
        var samples = new Samples(service, moment => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        await using var loopback = LoopbackService.Answering(Answer.Xml(operation, Xml(samples.OnTheWire(operation + "Response"))));
        using var client = Clients.Of(service, loopback.Url);

        var response = await client.CallAsync(operation, Samples.Filled(Bundled.Model(service, operation + "Request")));

        var expected = new Dictionary<string, string>(StringComparer.Ordinal) { ["Action"] = operation, ["Version"] = AwsSurface.Meta(service, "apiVersion") };
        Flatten("", samples.OnTheWire(operation + "Request"), expected);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", loopback.Request.Headers["Content-Type"]);
        Assert.Equal(expected.OrderBy(field => field.Key, StringComparer.Ordinal), loopback.Request.Fields.OrderBy(field => field.Key, StringComparer.Ordinal));
        Assert.Equal(Answer.RequestId, response.ResponseMetadata.RequestId);
        AssertReadWhole(response);
    }

    private static TheoryData<string, string> Operations(string protocol) =>
        [.. AwsSurface.Services.Where(service => AwsSurface.Meta(service, "protocol") == protocol)
            .SelectMany(service => Bundled.Operations(service).Select(operation => (service, operation)))];

    private static void AssertSame(JsonNode expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}\nbut was  {actual.ToJsonString()}");

    private static void AssertReadWhole(AmazonWebServiceResponse response) =>
        AssertSame(Samples.Content(Samples.Filled(response.GetType()))!, Samples.Content(response)!);

    private static void Flatten(string name, JsonNode? node, Dictionary<string, string> fields)
    {
        if (node is JsonObject map && Samples.IsMap(map))
            map.Index().ToList().ForEach(entry => FlattenEntry($"{name}.entry.{entry.Index + 1}", entry.Item, fields));
        else if (node is JsonObject shape)
            shape.ToList().ForEach(member => Flatten(name.Length == 0 ? member.Key : $"{name}.{member.Key}", member.Value, fields));
        else if (node is JsonArray list)
            list.Index().ToList().ForEach(item => Flatten($"{name}.member.{item.Index + 1}", item.Item, fields));
        else
            fields[name] = node!.ToString();
    }

    private static void FlattenEntry(string name, KeyValuePair<string, JsonNode?> entry, Dictionary<string, string> fields)
    {
        fields[name + ".key"] = entry.Key;
        Flatten(name + ".value", entry.Value, fields);
    }

    private static string Xml(JsonObject shape) => string.Concat(shape.SelectMany(member => Elements(member.Key, member.Value)));

    private static IEnumerable<XElement> Elements(string name, JsonNode? node) =>
    [
        node switch
        {
            JsonObject map when Samples.IsMap(map) => new XElement(name, map.Select(entry => new XElement("entry", new XElement("key", entry.Key), Elements("value", entry.Value)))),
            JsonObject shape => new XElement(name, shape.SelectMany(member => Elements(member.Key, member.Value))),
            JsonArray list => new XElement(name, list.SelectMany(item => Elements("member", item))),
            _ => new XElement(name, node!.ToString()),
        },
    ];
}
