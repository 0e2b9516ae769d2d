using System.Text.RegularExpressions;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>What is written from the templates: read the difference before you deploy, a changed name of a resource means that it is made anew.</summary>
public sealed partial class GeneratedTests
{
    public static TheoryData<string> Stacks => [.. Synthesis.Once.Stacks.Keys];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_template_is_as_it_was(string stack) =>
        Generated.Equal($"tests/Cdk.Tests/Snapshots/{stack}.txt", TemplateText.Snapshot(Synthesis.Once.Stacks[stack]));

    [Fact]
    public void The_table_of_rights_in_the_docs_is_what_the_template_grants() =>
        Generated.Between("docs/aws-rights.md", "rights", RightsTable.Of(Synthesis.Once.Release));

    [Fact]
    public void Every_alarm_has_its_line_in_the_runbook_and_every_line_its_alarm()
    {
        var alarms = Synthesis.Once.Stacks.Values.SelectMany(template => template.Resources("AWS::CloudWatch::Alarm"))
            .Select(alarm => (string)alarm.Value.Property("AlarmName")!).Order(StringComparer.Ordinal);
        var runbook = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "operations.md"));
        var section = runbook.Split("### Alarms\n")[1].Split("\n#")[0];

        Assert.Equal(alarms, Row().Matches(section).Select(match => match.Groups["alarm"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_context_of_the_app_is_documented()
    {
        var sources = string.Concat(new[] { "DeploymentOptions.cs", "Fleet/ExistingNetwork.cs" }.Select(file => File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "cdk", file))));
        var known = ContextName().Matches(sources)
            .Select(match => match.Groups["name"].Value).Concat(Rights.RightNames.All).Distinct(StringComparer.Ordinal);
        var documented = Row().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "aws.md")).Split("## Choices\n")[1].Split("\n#")[0]).Select(match => match.Groups["alarm"].Value);

        Assert.Equal(known.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<alarm>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"(Text|List)\(node, ""(?<name>[A-Za-z]+)""\)|context\(""(?<name>[A-Za-z]+)""\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContextName();
}
