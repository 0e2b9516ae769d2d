using System.Text.Json;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using BlueGreenServerless.AwsCommands.Tests.Stand;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using Listener = BlueGreenServerless.Clouds.Aws.LoadBalancing.Listener;
using TargetGroup = BlueGreenServerless.Clouds.Aws.LoadBalancing.TargetGroup;

namespace BlueGreenServerless.AwsCommands.Tests.Doctor;

/// <summary>An account with everything that a release needs, of which a test takes something away.</summary>
internal sealed class DoctorSite : IAsyncDisposable, IFunctionHost
{
    private const string Empty = """{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}""";
    private static readonly Dictionary<string, string> _nothing = new(StringComparer.Ordinal);

    private readonly TemporaryDirectory folder = new();
    private readonly TinySite answers = new("shop");
    private readonly List<StateMachineDefinition> definitions;
    private readonly EmbeddedEngine engine;

    private DoctorSite(AwsDouble aws)
    {
        Aws = aws;
        var balancer = aws.Balancers.Add("shop");
        (Blue, Green) = (aws.Balancers.AddGroup("tg-blue"), aws.Balancers.AddGroup("tg-green"));
        Production = aws.Balancers.AddListener(balancer, 0, (Blue, 100));
        Test = aws.Balancers.AddListener(balancer, 0, (Green, 100));
        Blue.Register(new Target("i-0aaaaaaaaaaaaaaa1", answers.Port));
        Green.Register(new Target("i-0aaaaaaaaaaaaaaa2", answers.Port));
        GreenArn = Green.Arn;
        BlueNode = aws.Nodes.Add("i-0aaaaaaaaaaaaaaa1", folder.Path, ("Environment", "Blue"));
        GreenNode = aws.Nodes.Add("i-0aaaaaaaaaaaaaaa2", folder.Path, ("Environment", "Green"));
        aws.Alarms.Add("shop-5xx");
        var prefix = DeployedThings.Make(aws).Prefix;
        definitions = [.. new[] { "release", "rollback", "standby" }.Select(name => StateMachineDefinition.Load($"{prefix}-{name}", Empty, _nothing))];
        engine = new EmbeddedEngine(new EngineOptions { JournalPath = folder.Below("executions.db"), Definitions = definitions, Functions = this });
        aws.UseEngine(engine, definitions);
        Balancing = new AmazonElasticLoadBalancingV2Client(
            new BasicAWSCredentials(aws.Options.Keys[0].Id, aws.Options.Keys[0].Secret),
            new AmazonElasticLoadBalancingV2Config { ServiceURL = aws.Url.ToString(), AuthenticationRegion = aws.Options.Region });
    }

    public AwsDouble Aws { get; }

    public TargetGroup Blue { get; }

    public TargetGroup Green { get; }

    public Listener Production { get; }

    public Listener Test { get; }

    public ManagedNode BlueNode { get; }

    public ManagedNode GreenNode { get; }

    public IAmazonElasticLoadBalancingV2 Balancing { get; }

    /// <summary>Of the target group that the file names for green.</summary>
    public string GreenArn { get; set; }

    public string Alarms { get; set; } = "shop-5xx";

    public bool HasPreview { get; set; } = true;

    public static async Task<DoctorSite> StartAsync()
    {
        var site = new DoctorSite(await AwsDouble.StartAsync());
        await Eventually.HoldsAsync(async () => await site.IsHealthyAsync(site.Blue) && await site.IsHealthyAsync(site.Green));
        return site;
    }

    /// <summary>Takes one of the three state machines away.</summary>
    public void RemoveMachine(string name) => Aws.UseEngine(engine, [.. definitions.Where(machine => machine.Name != name)]);

    public async Task<BluegreenEnd> RunAsync(IReadOnlyDictionary<string, string>? shell = null, params string[] arguments)
    {
        await File.WriteAllTextAsync(folder.Below("bluegreen.yaml"), Yaml());
        return await Bluegreen.RunAsync(folder.Path, shell ?? AwsShell.Of(Aws), ["doctor", "--engine", "aws", .. arguments]);
    }

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken) => throw new NotSupportedException("Nothing is released here.");

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await Aws.DisposeAsync();
        Balancing.Dispose();
        await answers.DisposeAsync();
        folder.Dispose();
    }

    private async Task<bool> IsHealthyAsync(TargetGroup group)
    {
        var answer = await Balancing.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = group.Arn });
        return answer.TargetHealthDescriptions.TrueForAll(target => target.TargetHealth.State == TargetHealthStateEnum.Healthy);
    }

    private string Yaml() => $$"""
        app: shop
        strategy: { kind: canary, steps: [50, 100] }
        smoke: [ { path: / } ]
        observe: { alarms: [{{Alarms}}] }
        install: { directory: /srv/shop, hooks: { start: ["bin/start"] } }
        targets:
          - name: web
            router:
              provider: aws
              listeners: ["{{Production.Arn}}"]
              blue: "{{Blue.Arn}}"
              green: "{{GreenArn}}"
              {{(HasPreview ? $"preview: \"{Test.Arn}\"" : "")}}
            hosts: { provider: ssm, blue: "tag:Environment=Blue", green: "tag:Environment=Green" }

        """;
}
