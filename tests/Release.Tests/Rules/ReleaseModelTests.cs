using BlueGreenServerless.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace BlueGreenServerless.Release.Tests.Rules;

public sealed class ReleaseModelTests
{
    [Fact]
    public void Whatever_the_order_of_events_every_invariant_holds_and_every_release_ends()
    {
        var property = Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var model = new ReleaseModel(seed);
            var ended = model.Run();
            return model.Percents.SequenceEqual(model.Percents.Order().Distinct()) && (ended.Decision != Decision.Complete || model.Percents[^1] == 100);
        });

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Fact]
    public void The_model_reaches_every_end()
    {
        var ends = Enumerable.Range(0, 300).Select(seed => new ReleaseModel(seed).Run().Decision).ToList();

        Assert.All(new Decision?[] { Decision.Complete, Decision.Abandon, Decision.Rollback }, end => Assert.Contains(end, ends));
    }
}
