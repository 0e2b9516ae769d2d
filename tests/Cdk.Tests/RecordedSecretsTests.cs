using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using BlueGreenServerless.Cdk.Tests.Recorded;

namespace BlueGreenServerless.Cdk.Tests;

/// <summary>The secrets of other clouds that the template lets functions read, held to those that they do.</summary>
[SupportedOSPlatform("linux")]
[Collection(nameof(RecordedCloud))] // the variables that lead to it are those of the process
public sealed partial class RecordedSecretsTests
{
    [Fact]
    public async Task Every_function_reads_the_folders_of_secrets_that_it_may_and_no_others()
    {
        await using var cloud = await RecordedCloud.StartAsync();
        await using var others = await OtherClouds.StartAsync(cloud);

        var functions = await others.WalkAsync();

        var faults = functions.Select(function => (function, May: Granted(function), Does: Read(cloud, function))).Where(pair => pair.May != pair.Does);
        Assert.True(!faults.Any(), string.Join("\n", faults.Select(fault => $"{fault.function} may read '{fault.May}' and reads '{fault.Does}'")));
        Assert.True(functions.Count(function => Granted(function) == "digitalocean ovh") >= 9, "no function reads the folders of both");
    }

    [Fact]
    public void The_docs_name_the_stages_that_read_the_secrets_of_several_providers()
    {
        var section = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "aws.md")).Split("| functions | deployed per |")[1].Split("\n\n")[0];
        var several = Synthesis.Once.Release.Resources("AWS::Lambda::Function").Select(function => (string)function.Value.Property("FunctionName")!)
            .Where(function => Granted(function).Contains(' ', StringComparison.Ordinal)).Select(function => function.Split('-')[1]).Distinct(StringComparer.Ordinal);

        Assert.Equal(several.Order(StringComparer.Ordinal), Row().Matches(section).Select(match => match.Groups["stage"].Value).Order(StringComparer.Ordinal));
    }

    private static string Read(RecordedCloud cloud, string function) => Folders(cloud.Parameters.TryGetValue(function, out var names) ? names.Keys : []);

    private static string Granted(string function)
    {
        var resource = Synthesis.Once.Release.Resources("AWS::Lambda::Function").Single(one => (string?)one.Value.Property("FunctionName") == function);
        return Folders(Synthesis.Once.Release.StatementsOf(resource.Value.Property("Role").References().Single())
            .Where(statement => statement["Action"].Texts().Contains("ssm:GetParameter")).Select(statement => TemplateText.Of(statement["Resource"])));
    }

    private static string Folders(IEnumerable<string> parameters) =>
        string.Join(' ', parameters.Select(name => Folder().Match(name).Groups["folder"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex("/bluegreen/(?<folder>[a-z-]+)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Folder();

    [GeneratedRegex("^\\| `(?<stage>[A-Za-z]+)` \\|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
