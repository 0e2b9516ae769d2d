using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.StateMachine.Tests;

public sealed class ValidatorTests(NodeTools node) : IClassFixture<NodeTools>
{
    [Fact]
    public async Task The_npm_validator_finds_no_fault_in_the_definitions() =>
        Assert.Equal("[]", (await node.RunScriptAsync("validate.mjs", [.. Repository.Machines.Select(Repository.PathOf)])).Trim());

    [Fact]
    public async Task The_npm_validator_finds_a_fault_that_is_there()
    {
        using var folder = new TemporaryDirectory();
        var path = folder.Below("standby.asl.json");
        await File.WriteAllTextAsync(path, Repository.Text("standby").Replace("\"Next\": \"RetireTargets\"", "\"Nxt\": \"RetireTargets\"", StringComparison.Ordinal));

        Assert.Contains("/WaitForWindow", await node.RunScriptAsync("validate.mjs", path), StringComparison.Ordinal);
    }
}
