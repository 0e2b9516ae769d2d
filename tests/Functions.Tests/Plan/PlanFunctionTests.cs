using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Plan;

namespace BlueGreenServerless.Functions.Tests.Plan;

public sealed class PlanFunctionTests
{
    private readonly Stages stages = new();

    private PlanFunction Plan => new(stages.Services);

    [Fact]
    public async Task A_plan_takes_the_lock_completes_the_artifact_and_saves_the_record()
    {
        var document = stages.Document();
        document = document with { Header = document.Header with { Artifact = Stages.Artifact with { Sha256 = null, SizeBytes = 0 } } };

        var planned = await Plan.RunAsync(document, Stages.None);

        Assert.Equal(Stages.Id, planned.Lock!.Owner);
        Assert.Equal(Stages.Artifact.Sha256, planned.Header.Artifact.Sha256);
        Assert.Equal(2048L * 1024 * 1024, stages.World.Artifacts.MaxUnpackedBytes);
        Assert.NotNull(await stages.Store.FindAsync("shop", Stages.Id, Stages.None));
    }

    [Theory]
    [InlineData("AcquireLock", true)]
    [InlineData("Save", false)]
    [InlineData("Save", true)]
    public async Task A_plan_that_was_cut_runs_again_with_the_same_lock(string call, bool afterEffect)
    {
        stages.Store.Faults.FailNext(call, afterEffect: afterEffect);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Plan.RunAsync(stages.Document(), Stages.None));

        Assert.Equal(1, (await Plan.RunAsync(stages.Document(), Stages.None)).Lock!.Fencing);
    }

    [Fact]
    public async Task A_missing_artifact_is_refused_before_the_lock()
    {
        stages.World.Artifacts.Missing.Add(Stages.Artifact.Uri);

        await Assert.ThrowsAsync<ArtifactRefusedException>(() => Plan.RunAsync(stages.Document(), Stages.None));
        Assert.Null(await stages.Store.FindLockAsync("shop", Stages.None));
    }

    [Fact]
    public async Task Another_owner_of_the_lock_refuses()
    {
        await stages.RunningAsync(stages.Document("shop-1"));

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Plan.RunAsync(stages.Document(), Stages.None));
    }

    [Fact]
    public async Task The_checks_of_the_request_are_made_again()
    {
        var document = stages.Document();

        await Assert.ThrowsAsync<InvalidRequestException>(() => Plan.RunAsync(document with { Targets = [] }, Stages.None));
        await Assert.ThrowsAsync<InvalidRequestException>(() => Plan.RunAsync(document with { Plan = document.Plan with { App = "../x" } }, Stages.None));
        await Assert.ThrowsAsync<InvalidRequestException>(
            () => Plan.RunAsync(document with { Targets = [document.Targets[0], document.Targets[0]] }, Stages.None));
    }
}
