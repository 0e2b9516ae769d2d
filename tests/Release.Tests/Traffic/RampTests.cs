using BlueGreenServerless.Traffic;
using FsCheck;
using FsCheck.Fluent;

namespace BlueGreenServerless.Release.Tests.Traffic;

public sealed class RampTests
{
    private static readonly Gen<Ramp> Ramps = Gen.OneOf(
        Gen.Constant(Ramp.AllAtOnce),
        Gen.Choose(1, 100).Select(Ramp.Linear),
        Gen.SubListOf(Enumerable.Range(1, 100).ToArray()).Select(steps => Ramp.Canary([.. steps.Order()])));

    [Fact]
    public void A_ramp_always_ends_at_100_and_never_goes_back() => Prop.ForAll(
        Ramps.ToArbitrary(),
        ramp => ramp.Steps[^1] == 100 && ramp.Steps.SequenceEqual(ramp.Steps.Order().Distinct()) && ramp.Steps[0] >= 1).QuickCheckThrowOnFailure();

    [Fact]
    public void Weights_always_sum_to_100() => Prop.ForAll(
        Gen.Choose(0, 100).ToArbitrary(),
        percent => Enum.GetValues<Color>().All(color =>
            TrafficSplit.Toward(color, percent) is var split && split.Blue + split.Green == 100 && split.Of(color) == percent)).QuickCheckThrowOnFailure();

    [Fact]
    public void Weights_that_do_not_sum_to_100_are_refused() => Prop.ForAll(
        Gen.Choose(-200, 200).Two().ToArbitrary(),
        weights => (weights.Item1 >= 0 && weights.Item2 >= 0 && weights.Item1 + weights.Item2 == 100)
            || Assert.Throws<ArgumentOutOfRangeException>(() => new TrafficSplit(weights.Item1, weights.Item2)) is not null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(new[] { 5, 5 })]
    [InlineData(new[] { 50, 5 })]
    [InlineData(new[] { 0 })]
    [InlineData(new[] { 101 })]
    public void A_canary_that_does_not_rise_is_refused(int[] steps) => Assert.Throws<ArgumentException>(() => Ramp.Canary(steps));
}
