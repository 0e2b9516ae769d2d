using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Decide;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Decide;

public sealed class DecideFunctionTests
{
    private readonly Stages stages = new();

    private DecideFunction Decide => new(stages.Services);

    [Fact]
    public async Task A_decision_renews_the_lease_for_what_follows_and_saves_the_record()
    {
        var decided = await Decide.RunAsync(await stages.RunningAsync(), Stages.None);

        Assert.Equal(Decision.Prepare, decided.Decision);
        Assert.Equal(stages.Now + LeaseRule.After(decided), decided.Lock!.ExpiresAt);
        Assert.Equal(Phase.Prepare, (await stages.Store.FindAsync("shop", Stages.Id, Stages.None))!.Document.Progress.Phase);
    }

    [Theory]
    [InlineData("RenewLock")]
    [InlineData("Save")]
    public async Task A_decision_that_was_cut_is_made_again(string call)
    {
        var document = await stages.RunningAsync();
        stages.Store.Faults.FailNext(call, afterEffect: true);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Decide.RunAsync(document, Stages.None));

        Assert.Equal(Decision.Prepare, (await Decide.RunAsync(document, Stages.None)).Decision);
    }

    [Fact]
    public async Task A_lost_lock_decides_nothing()
    {
        var document = await stages.RunningAsync();
        stages.World.Time.Advance(TimeSpan.FromHours(2));
        await stages.Store.AcquireLockAsync("shop", "shop-3", TimeSpan.FromHours(1), Stages.None);

        await Assert.ThrowsAsync<LockLostException>(() => Decide.RunAsync(document, Stages.None));
        await Assert.ThrowsAsync<LockLostException>(() => Decide.RunAsync(document with { Lock = null }, Stages.None));
    }
}
