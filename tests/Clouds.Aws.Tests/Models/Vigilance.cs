using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.Aws.Tests.Models;

/// <summary>The comparison with the models does find what is wrong.</summary>
public sealed class Vigilance
{
    [Theory]
    [InlineData("ssm", "ListCommands", "{}", """{"Commands":[]}""", 0)]
    [InlineData("ssm", "ListCommands", "{}", """{"Commandos":[]}""", 1)]
    [InlineData("ssm", "ListCommands", "{}", """{"Commands":[{"TargetCount":"1"}]}""", 1)]
    [InlineData("ssm", "ListCommands", "{}", """{"Commands":[{"Status":"Gone"}]}""", 1)]
    [InlineData("ssm", "ListCommands", """{"Nonsense":1}""", """{"Commands":[]}""", 1)]
    [InlineData("ssm", "ListCommand", "{}", "{}", 1)]
    [InlineData("elasticloadbalancing", "DescribeRules", "Action=DescribeRules", "<R><DescribeRulesResult><Rules><member><Priority>1</Priority></member></Rules></DescribeRulesResult></R>", 0)]
    [InlineData("elasticloadbalancing", "DescribeRules", "Action=DescribeRules", "<R><DescribeRulesResult><Rules><member><Prio>1</Prio></member></Rules></DescribeRulesResult></R>", 1)]
    [InlineData("elasticloadbalancing", "DescribeRules", "Action=DescribeRules", "<R><DescribeRulesResult><Rules><item/></Rules></DescribeRulesResult></R>", 1)]
    [InlineData("elasticloadbalancing", "DescribeRules", "Action=DescribeRules&Rules.member.1=x", "<R><DescribeRulesResult/></R>", 1)]
    [InlineData("elasticloadbalancing", "DescribeRules", "Action=DescribeRules", "<R/>", 1)]
    [InlineData("s3", "ListObjectsV2", "", "<ListBucketResult><KeyCount>1</KeyCount></ListBucketResult>", 0)]
    [InlineData("s3", "ListObjectsV2", "", "<ListBucketResult><KeyCount>one</KeyCount></ListBucketResult>", 1)]
    [InlineData("s3", "ListObjectsV2", "", "<ListBucketResult><Content/></ListBucketResult>", 1)]
    public void What_the_model_does_not_know_is_found(string service, string operation, string request, string answer, int findings)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var exchange = new Exchange(service, operation, new WireRequest("POST", "/", "", headers, System.Text.Encoding.UTF8.GetBytes(request)), WireAnswer.Of(200, "any", answer));

        Assert.Equal(findings, Conformance.Findings(exchange).Count);
    }

    [Theory]
    [InlineData("RuleNotFound", 0)]
    [InlineData("Throttling", 0)]
    [InlineData("RulesNotFound", 1)]
    public void An_error_that_the_operation_does_not_have_is_found(string code, int findings)
    {
        var request = new WireRequest("POST", "/", "", new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), "Action=DescribeRules"u8.ToArray());
        var answer = WireAnswer.Of(400, "text/xml", $"<ErrorResponse><Error><Code>{code}</Code></Error></ErrorResponse>");

        Assert.Equal(findings, Conformance.Findings(new Exchange("elasticloadbalancing", "DescribeRules", request, answer)).Count);
    }
}
