using System.Text.Json.Nodes;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>What the context chooses.</summary>
public sealed class ChoiceTests
{
    private static readonly Lazy<Synthesis> _other = new(() => Synthesis.With(
        ("prefix", "prod"), ("architecture", "x64"), ("providers", "aws,ssm,haproxy"), ("balancers", "app/shop/50dc6c495c0c9188,app/blog/60dc6c495c0c9188"),
        ("scalingGroups", "web-blue,web-green"), ("tag", "Colour"), ("colors", "b,g"), ("secrets", "/our/secrets"), ("secretsKey", "arn:aws:kms:eu-central-1:123456789012:key/1"),
        ("vpc", "vpc-1"), ("zones", "a,b"), ("publicSubnets", "subnet-1,subnet-2"), ("privateSubnets", "subnet-3,subnet-4"), ("certificate", "arn:aws:acm:eu-central-1:123456789012:certificate/1")));

    private static JsonNode Release => _other.Value.Release;

    private static JsonNode Fleet => _other.Value.Fleet;

    [Fact]
    public void Synthesis_finds_no_fault() => Assert.Empty(_other.Value.Errors);

    [Fact]
    public void Functions_and_machines_are_for_the_chosen_processor()
    {
        Assert.All(Release.Resources("AWS::Lambda::Function"), function => Assert.Equal("x86_64", (string?)Assert.Single(function.Value.Property("Architectures")!.AsArray())));
        Assert.Contains("t3.small", Assert.Single(Fleet.Resources("AWS::EC2::LaunchTemplate")).Value.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_begin_with_the_prefix() => Assert.All(
        Release.Resources("AWS::Lambda::Function"), function => Assert.StartsWith("prod-", (string?)function.Value.Property("FunctionName"), StringComparison.Ordinal));

    [Fact]
    public void A_network_that_is_there_is_used_and_none_is_made()
    {
        Assert.Empty(Fleet.Resources("AWS::EC2::VPC"));
        Assert.All(Fleet.Resources("AWS::AutoScaling::AutoScalingGroup"), group => Assert.Equal(["subnet-3", "subnet-4"], group.Value.Property("VPCZoneIdentifier").Texts()));
    }

    [Fact]
    public void With_a_certificate_users_come_by_HTTPS() => Assert.Contains(
        Fleet.Resources("AWS::ElasticLoadBalancingV2::Listener"), listener => ((int?)listener.Value.Property("Port"), (string?)listener.Value.Property("Protocol")) == (443, "HTTPS"));

    [Fact]
    public void Rights_are_narrowed_to_what_is_named()
    {
        var shift = On("prod-ShiftTraffic-aws", "elasticloadbalancing:ModifyListener");
        Assert.Equal(4, shift.Count);
        Assert.All(shift, resource => Assert.Matches("listener(-rule)?/app/(shop|blog)/[56]0dc6c495c0c9188/\\*$", resource));
        Assert.Equal(
            ["web-blue", "web-green"], On("prod-Prepare-aws", "autoscaling:UpdateAutoScalingGroup").Select(resource => resource.Split('/')[^1]));
        var sent = Statements("prod-Deploy-ssm").Single(statement => statement["Action"].Texts().Contains("ssm:SendCommand") && statement["Condition"] is not null);
        Assert.Equal("""{"StringEquals":{"ssm:resourceTag/Colour":["b","g"]}}""", sent["Condition"]!.ToJsonString());
    }

    /// <summary>It has no file of rights: its load balancer is reached through hosts.</summary>
    [Fact]
    public void A_provider_without_rights_of_its_own_runs_commands_and_reads_its_secrets()
    {
        Assert.NotEmpty(On("prod-ShiftTraffic-haproxy", "ssm:SendCommand"));
        Assert.Equal(["arn:PARTITION:ssm:REGION:ACCOUNT:parameter/our/secrets/haproxy/*"], On("prod-ShiftTraffic-haproxy", "ssm:GetParameter"));
        Assert.Equal(["arn:aws:kms:eu-central-1:123456789012:key/1"], On("prod-ShiftTraffic-haproxy", "kms:Decrypt"));
        Assert.Empty(On("prod-ShiftTraffic-aws", "ssm:GetParameter"));
    }

    [Fact]
    public void An_unknown_provider_is_refused_by_name() =>
        Assert.Contains("'azure'", Assert.ThrowsAny<ArgumentException>(() => Synthesis.With(("providers", "azure"))).Message, StringComparison.Ordinal);

    private static List<string> On(string function, string action) => [.. Statements(function).Where(statement => statement["Action"].Texts().Contains(action))
        .SelectMany(statement => statement["Resource"] is JsonArray list ? list.Select(TemplateText.Of) : [TemplateText.Of(statement["Resource"])]).Order(StringComparer.Ordinal)];

    private static IEnumerable<JsonNode> Statements(string function) => Release.StatementsOf(
        Release.Resources("AWS::Lambda::Function").Single(one => (string?)one.Value.Property("FunctionName") == function).Value.Property("Role").References().Single());
}
