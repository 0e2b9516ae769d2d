using System.Text.Json.Nodes;

namespace BlueGreenServerless.Cdk.Tests;

public sealed class DependencyTests
{
    public static TheoryData<string> Stacks => [.. Synthesis.Once.Stacks.Keys];

    /// <summary>CloudFormation refuses such a template, and only when it is deployed.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public void No_resource_depends_on_itself_through_others(string stack)
    {
        var resources = Synthesis.Once.Stacks[stack]["Resources"]!.AsObject();
        var needed = resources.ToDictionary(
            resource => resource.Key,
            resource => resource.Value.References().Concat(resource.Value!["DependsOn"].Texts()).Where(resources.ContainsKey).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

        // take away what depends on nothing that is left, until nothing can be taken
        while (needed.Keys.Where(name => !needed[name].Any(needed.ContainsKey)).ToList() is { Count: > 0 } free)
        {
            free.ForEach(name => needed.Remove(name));
        }

        Assert.Empty(needed.Keys);
    }
}
