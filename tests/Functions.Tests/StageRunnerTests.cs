using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Functions.Tests;

public sealed class StageRunnerTests
{
    private readonly Stages stages = new();

    private StageRunner Runner => new(stages.Services, "blue-green");

    [Theory]
    [InlineData("blue-green-Inspect-fake")]
    [InlineData("blue-green-Inspect-a-provider-with-hyphens")]
    public async Task A_function_is_found_by_the_name_in_the_definition(string name)
    {
        var output = await Runner.InvokeAsync(name, ReleaseJson.ToElement(stages.Branch()), Stages.None);

        Assert.NotNull(ReleaseJson.FromElement<TargetRelease>(output).Target.Snapshot);
    }

    [Theory]
    [InlineData("blue-green-Nothing")]
    [InlineData("blue-green-Inspect")]
    [InlineData("blue-green-Plan-fake")]
    [InlineData("Plan")]
    public async Task Other_names_are_refused(string name) =>
        await Assert.ThrowsAsync<InvalidRequestException>(() => Runner.InvokeAsync(name, ReleaseJson.ToElement(stages.Document()), Stages.None));

    [Fact]
    public void Names_of_functions_come_from_the_catalog()
    {
        Assert.Equal("bg-Plan", StageCatalog.Find("Plan")!.FunctionName("bg", null));
        Assert.Equal("bg-Deploy-fake", StageCatalog.Find("Deploy")!.FunctionName("bg", "fake"));
    }
}
