namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class ApprovalTests
{
    private static readonly SitePlan Asking = new() { Approval = true };

    [Fact]
    public async Task An_approved_release_moves_its_traffic()
    {
        await using var site = await ReleaseSite.StartAsync(Asking);
        await using var release = site.Start("release", await site.ArtifactAsync("2"));
        await release.UntilItSaysAsync("waits for a person");

        Assert.Equal("1", await site.VersionAsync());
        var answer = await site.RunAsync("approve", "--by", "ann", "--comment", "looks good");
        var end = await release.EndAsync();

        Assert.Equal((0, 0), (answer.Code, end.Code));
        Assert.Contains("approved by ann: looks good", end.Output, StringComparison.Ordinal);
        Assert.Equal("2", await site.VersionAsync());
    }

    [Fact]
    public async Task A_rejected_release_is_abandoned_with_code_2()
    {
        await using var site = await ReleaseSite.StartAsync(Asking);
        await using var release = site.Start("release", await site.ArtifactAsync("2"));
        await release.UntilItSaysAsync("waits for a person");

        await site.RunAsync("reject", "--by", "ann");
        var end = await release.EndAsync();

        Assert.Equal(2, end.Code);
        Assert.Contains("Rejected", end.Output, StringComparison.Ordinal);
        Assert.Equal("1", await site.VersionAsync());
    }

    [Fact]
    public async Task A_release_that_waits_for_a_person_can_be_aborted()
    {
        await using var site = await ReleaseSite.StartAsync(Asking);
        await using var release = site.Start("release", await site.ArtifactAsync("2"));
        await release.UntilItSaysAsync("waits for a person");

        await site.RunAsync("abort");

        Assert.Equal(2, (await release.EndAsync()).Code);
        Assert.Equal("1", await site.VersionAsync());
    }

    [Fact]
    public async Task Nothing_to_approve_is_said_with_code_1()
    {
        await using var site = await ReleaseSite.StartAsync();

        Assert.Equal(1, (await site.RunAsync("approve")).Code);
    }
}
