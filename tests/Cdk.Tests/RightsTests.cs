using System.Text.Json.Nodes;
using BlueGreenServerless.Cdk.Checks;
using BlueGreenServerless.Cdk.Rights;
using BlueGreenServerless.Functions;

namespace BlueGreenServerless.Cdk.Tests;

public sealed class RightsTests
{
    [Fact]
    public void Synthesis_finds_no_fault() => Assert.Empty(Synthesis.Once.Errors);

    /// <summary>CodePipeline's own construct grants its roles s3:GetObject* and the like on the one bucket; they are no rights of ours.</summary>
    [Fact]
    public void No_policy_of_the_release_and_fleet_stacks_allows_an_action_with_a_star()
    {
        var actions = new[] { Synthesis.Once.Release, Synthesis.Once.Fleet }.SelectMany(template => template.Statements()).SelectMany(statement => statement["Action"].Texts()).ToList();

        Assert.NotEmpty(actions);
        Assert.DoesNotContain(actions, action => action.Contains('*', StringComparison.Ordinal));
    }

    [Fact]
    public void Only_actions_with_a_reason_are_allowed_on_everything()
    {
        var wide = Synthesis.Once.Stacks.Values.SelectMany(template => template.Statements())
            .Where(statement => statement["Resource"].Texts().Contains("*")).SelectMany(statement => statement["Action"].Texts()).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(wide);
        Assert.All(wide, action => Assert.True(Wildcards.Allowed.ContainsKey(action) || ProviderRights.OnEverything.ContainsKey(action), action));
        Assert.All(Wildcards.Allowed.Values.Concat(ProviderRights.OnEverything.Values), reason => Assert.True(reason.Length > 20, reason));
    }

    [Theory]
    [InlineData("Prepare", true)]
    [InlineData("ShiftTraffic", true)]
    [InlineData("Rollback", true)]
    [InlineData("Inspect", false)]
    [InlineData("CheckHealth", false)]
    [InlineData("SmokeTest", false)]
    [InlineData("Deploy", false)]
    [InlineData("Plan", false)]
    [InlineData("Decide", false)]
    public void Only_the_stages_that_write_the_traffic_may(string stage, bool may)
    {
        var functions = Synthesis.Once.Release.Resources("AWS::Lambda::Function")
            .Where(function => ((string)function.Value.Property("FunctionName")!).StartsWith("bluegreen-" + stage, StringComparison.Ordinal)).ToList();
        var actions = functions.SelectMany(function => Synthesis.Once.Release.StatementsOf(function.Value.Property("Role").References().Single())).SelectMany(statement => statement["Action"].Texts());

        Assert.NotEmpty(functions);
        Assert.Equal(may, actions.Contains("elasticloadbalancing:ModifyListener", StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("aws", null)]
    [InlineData("ovh", "ovh")]
    [InlineData("ovh-cloud", "ovh")]
    [InlineData("digitalocean", "digitalocean")]
    [InlineData("digitalocean-droplets", null)]
    public void A_router_s_functions_read_the_secrets_of_their_own_provider_only(string provider, string? folder)
    {
        string[] stages = ["Inspect", "Prepare", "CheckHealth", "SmokeTest", "ShiftTraffic", "Rollback"];
        foreach (var stage in stages)
        {
            var parameters = Statements($"bluegreen-{stage}-{provider}").Where(statement => statement["Action"].Texts().Contains("ssm:GetParameter"))
                .Select(statement => TemplateText.Of(statement["Resource"])).Distinct(StringComparer.Ordinal);
            var own = folder is null ? [] : new[] { $"arn:PARTITION:ssm:REGION:ACCOUNT:parameter/bluegreen/{folder}/*" };

            // Prepare brings up the fleets of any provider
            Assert.Equal(own, stage == "Prepare" ? parameters.Where(own.Contains) : parameters);
        }
    }

    private static IEnumerable<JsonNode> Statements(string function) => Synthesis.Once.Release.StatementsOf(
        Synthesis.Once.Release.Resources("AWS::Lambda::Function").Single(one => (string?)one.Value.Property("FunctionName") == function).Value.Property("Role").References().Single());

    /// <summary>A stage that asks another port than it did needs another right; the list of ports follows the sources.</summary>
    [Fact]
    public void The_ports_of_every_stage_are_those_its_sources_use()
    {
        var root = Path.Combine(RepositoryRoot.Find(), "functions");
        foreach (var stage in StageCatalog.All)
        {
            var text = string.Concat(Directory.EnumerateFiles(Path.Combine(root, stage.Name), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
            var used = Enum.GetNames<BlueGreenServerless.Ports.PortKind>().Where(port => text.Contains($"Ports.{port}(", StringComparison.Ordinal)).ToList();

            Assert.Empty(used.Except(StagePorts.Of(stage.Name).Select(port => port.ToString()), StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_policy_that_is_too_wide_is_a_fault()
    {
        var document = new Dictionary<string, object>
        {
            ["Statement"] = new object[] { new Dictionary<string, object> { ["Action"] = new object[] { "s3:*", "ec2:RunInstances" }, ["Resource"] = "*" } },
        };

        Assert.Equal(3, PolicyFaults.Of(document).Count());
    }

    [Fact]
    public void No_environment_variable_looks_like_a_secret()
    {
        var names = Synthesis.Once.Release.Resources("AWS::Lambda::Function").SelectMany(function => function.Value.Property("Environment")!["Variables"]!.AsObject()).Select(pair => pair.Key).Distinct(StringComparer.Ordinal);

        Assert.Equal(["BLUEGREEN_ACCOUNT", "BLUEGREEN_ARTIFACTS", "BLUEGREEN_MACHINES", "BLUEGREEN_PREFIX", "BLUEGREEN_STATE"], names.Order(StringComparer.Ordinal));
    }
}
