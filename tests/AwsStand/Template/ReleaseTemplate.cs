using System.Text.Json.Nodes;
using Amazon.CDK;
using BlueGreenServerless.Cdk;
using BlueGreenServerless.Cdk.Fleet;
using BlueGreenServerless.Cdk.Pipeline;
using BlueGreenServerless.Cdk.Rights;
using BlueGreenServerless.Functions.Hosting.Logging;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AwsStand.Template;

/// <summary>What the stacks of this project would deploy, read from the template that the CDK makes of them.</summary>
public sealed class ReleaseTemplate
{
    public const string Prefix = "bluegreen";

    /// <summary>The app whose targets are probed.</summary>
    public const string Probed = "site-probed";

    private static readonly Lazy<(JsonObject Template, IReadOnlyDictionary<string, string> Definitions)> _synthesized = new(Synthesize);

    private readonly JsonObject resources;
    private readonly TemplateValues values;
    private readonly IReadOnlyDictionary<string, string> definitions;

    private ReleaseTemplate(JsonObject template, IReadOnlyDictionary<string, string> definitions, string account, string region)
    {
        this.definitions = definitions;
        resources = template["Resources"]!.AsObject();
        values = new TemplateValues(resources, account, region);
    }

    /// <summary>Synthesised once in a process, without credentials.</summary>
    public static ReleaseTemplate Of(string account, string region) => new(_synthesized.Value.Template, _synthesized.Value.Definitions, account, region);

    public IReadOnlyList<DeployedBucket> Buckets => [.. OfType("AWS::S3::Bucket").Select(bucket => new DeployedBucket(
        values.Reference(bucket.Key), bucket.Value["NotificationConfiguration"]?["EventBridgeConfiguration"] is not null))];

    /// <summary>Values of the parameters of Systems Manager, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters => OfType("AWS::SSM::Parameter")
        .ToDictionary(parameter => Text(parameter.Value, "Name"), parameter => Text(parameter.Value, "Value"), StringComparer.Ordinal);

    public IReadOnlyList<DeployedFunction> Functions => [.. OfType("AWS::Lambda::Function").Select(function => new DeployedFunction(
        Text(function.Value, "FunctionName"), Text(function.Value, "Handler"), TimeSpan.FromSeconds((int)function.Value["Timeout"]!),
        Map(function.Value["Environment"]!["Variables"]!), StatementsOf(function.Value["Role"]!), function.Value["DeadLetterConfig"] is not null))];

    public IReadOnlyList<DeployedRule> Rules => [.. OfType("AWS::Events::Rule").Where(rule => rule.Value["EventPattern"] is not null).Select(rule => new DeployedRule(
        rule.Key, values.Plain(rule.Value["EventPattern"])!.AsObject(), [.. Targets(rule.Value).Select(Function)]))];

    public IReadOnlyList<DeployedSchedule> Schedules => [.. OfType("AWS::Events::Rule").Where(rule => rule.Value["ScheduleExpression"] is not null).SelectMany(rule =>
        Targets(rule.Value).Select(target => new DeployedSchedule(Text(rule.Value, "ScheduleExpression"), Function(target), target!["Input"]!.ToString())))];

    /// <summary>Those of our own metrics.</summary>
    public IReadOnlyList<DeployedAlarm> Alarms => [.. OfType("AWS::CloudWatch::Alarm").Where(alarm => alarm.Value["Namespace"]?.ToString() == MetricLines.Namespace).Select(alarm => new DeployedAlarm(
        Text(alarm.Value, "AlarmName"), Text(alarm.Value, "MetricName"), alarm.Value["Dimensions"]!.AsArray().ToDictionary(one => one!["Name"]!.ToString(), one => one!["Value"]!.ToString(), StringComparer.Ordinal),
        Text(alarm.Value, "Statistic"), Text(alarm.Value, "ComparisonOperator"), (double)alarm.Value["Threshold"]!, (int)alarm.Value["EvaluationPeriods"]!,
        (int?)alarm.Value["DatapointsToAlarm"] ?? (int)alarm.Value["EvaluationPeriods"]!, Text(alarm.Value, "TreatMissingData")))];

    public IReadOnlyList<DeployedMachine> Machines => [.. OfType("AWS::StepFunctions::StateMachine").Select(machine => new DeployedMachine(
        Text(machine.Value, "StateMachineName"), definitions[values.Text(machine.Value["DefinitionS3Location"]!["Key"])], Map(machine.Value["DefinitionSubstitutions"]!)))];

    private static (JsonObject, IReadOnlyDictionary<string, string>) Synthesize()
    {
        using var package = new TemporaryDirectory();
        using var output = new TemporaryDirectory();
        package.Write("handlers", "the stand loads them from its own directory"u8);
        var app = new App(new AppProps { Outdir = output.Path });
        var release = new ReleaseStackOptions
        {
            Prefix = Prefix, Package = package.Path, Definitions = Repository.Path("statemachine"), IsArm = true, Rights = ProviderRights.Of([]), Probes = [Probed],
        };
        _ = Deployment.Of(app, new DeploymentOptions(
            release, new FleetOptions { Prefix = Prefix, IsArm = true }, new PipelineOptions { Prefix = Prefix, App = "shop", SourceKey = "_source/shop.zip" }));
        var stack = app.Synth().Stacks.Single(stack => stack.StackName == "BlueGreenRelease");
        var files = Directory.EnumerateFiles(output.Path, "asset.*.json").ToDictionary(file => Path.GetFileName(file)["asset.".Length..], File.ReadAllText, StringComparer.Ordinal);
        return (JsonNode.Parse(File.ReadAllText(stack.TemplateFullPath))!.AsObject(), files);
    }

    private IEnumerable<KeyValuePair<string, JsonObject>> OfType(string type) => resources
        .Where(resource => resource.Value!["Type"]!.ToString() == type)
        .Select(resource => KeyValuePair.Create(resource.Key, resource.Value!["Properties"]!.AsObject()));

    private static JsonArray Targets(JsonObject rule) => rule["Targets"]!.AsArray();

    private string Function(JsonNode? target) => values.Text(target!["Arn"]).Split(':')[^1];

    private string Text(JsonObject properties, string name) => values.Text(properties[name]);

    private Dictionary<string, string> Map(JsonNode map) => map.AsObject().ToDictionary(pair => pair.Key, pair => values.Text(pair.Value), StringComparer.Ordinal);

    private List<JsonObject> StatementsOf(JsonNode role)
    {
        var name = role["Fn::GetAtt"]![0]!.ToString();
        return [.. OfType("AWS::IAM::Policy").Where(policy => policy.Value["Roles"]!.AsArray().Any(attached => attached!["Ref"]?.ToString() == name))
            .SelectMany(policy => policy.Value["PolicyDocument"]!["Statement"]!.AsArray()).Select(statement => values.Plain(statement)!.AsObject())];
    }
}
