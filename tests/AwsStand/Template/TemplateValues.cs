using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsStand.Template;

/// <summary>Gives the values of a template's functions, as CloudFormation does when it deploys: names from what is said, else from the logical id.</summary>
internal sealed class TemplateValues(JsonObject resources, string account, string region)
{
    public string Text(JsonNode? value) => value switch
    {
        JsonObject { Count: 1 } item when item["Ref"] is { } name => Reference(name.ToString()),
        JsonObject { Count: 1 } item when item["Fn::GetAtt"] is JsonArray attribute => Attribute(attribute[0]!.ToString(), attribute[1]!.ToString()),
        JsonObject { Count: 1 } item when item["Fn::Join"] is JsonArray join => string.Join(join[0]!.ToString(), join[1]!.AsArray().Select(Text)),
        JsonValue plain => plain.ToString(),
        _ => throw new NotSupportedException($"The template has the value '{value?.ToJsonString()}', which the stand does not know. Teach it."),
    };

    /// <summary>The same tree with every function replaced by its value.</summary>
    public JsonNode? Plain(JsonNode? value) => value switch
    {
        JsonObject { Count: 1 } item when item.First().Key is "Ref" or "Fn::GetAtt" or "Fn::Join" => Text(item),
        JsonObject item => new JsonObject(item.Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        _ => value?.DeepClone(),
    };

    public string Reference(string name) => name switch
    {
        "AWS::AccountId" => account,
        "AWS::Region" => region,
        "AWS::Partition" => "aws",
        "AWS::URLSuffix" => "amazonaws.com",
        _ => Of(name) switch
        {
            ("AWS::Lambda::Function", var properties) => Text(properties["FunctionName"]),
            ("AWS::StepFunctions::StateMachine", var properties) => Arn("states", $"stateMachine:{Text(properties["StateMachineName"])}"),
            _ => name.ToLowerInvariant(),
        },
    };

    private string Attribute(string name, string attribute) => (Of(name), attribute) switch
    {
        (("AWS::Lambda::Function", var properties), "Arn") => Arn("lambda", $"function:{Text(properties["FunctionName"])}"),
        (("AWS::StepFunctions::StateMachine", _), "Arn") => Reference(name),
        (("AWS::StepFunctions::StateMachine", var properties), "Name") => Text(properties["StateMachineName"]),
        (("AWS::S3::Bucket", _), "Arn") => $"arn:aws:s3:::{Reference(name)}",
        (("AWS::SQS::Queue", _), "Arn") => Arn("sqs", Reference(name)),
        (("AWS::Logs::LogGroup", var properties), "Arn") => Arn("logs", $"log-group:{Text(properties["LogGroupName"])}:*"),
        var (resource, _) => $"{resource.Type}:{name}.{attribute}",
    };

    private (string Type, JsonObject Properties) Of(string name) =>
        resources[name] is { } resource ? (resource["Type"]!.ToString(), resource["Properties"]?.AsObject() ?? []) : ("parameter", []);

    private string Arn(string service, string resource) => $"arn:aws:{service}:{region}:{account}:{resource}";
}
