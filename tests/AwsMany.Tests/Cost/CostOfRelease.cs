using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Sites;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.AwsMany.Tests.Cost;

/// <summary>What a release costs at list prices, counted. <c>UPDATE_GENERATED=1</c> writes the table into the documentation.</summary>
public sealed class CostOfRelease(ITestOutputHelper output)
{
    private const decimal Allowed = 0.005m;
    private const string Begin = "<!-- counted -->\n";
    private const string End = "\n<!-- /counted -->";

    private static readonly Prices Listed = Prices.Listed;

    [Fact]
    public async Task A_canary_with_ten_minutes_of_bake_and_a_day_of_window_costs_at_most_half_a_cent()
    {
        var (bill, _) = await CountedRelease.RunAsync(new PlaceShape(), plan => plan);

        foreach (var (what, count, dollars) in bill.Lines(Listed))
        {
            output.WriteLine($"[PRINT] cost of a release: {count} {what}: ${dollars:0.00000}");
        }

        output.WriteLine($"[PRINT] cost of a release: ${bill.Total(Listed):0.00000} together, at list prices of {Listed.AsOf}");
        Assert.InRange(bill.Total(Listed), 0.001m, Allowed);
        AssertDocumented(bill);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public async Task Looking_more_often_than_metrics_come_costs_more(int seconds)
    {
        var (bill, _) = await CountedRelease.RunAsync(
            new PlaceShape(), plan => plan with { Observe = plan.Observe with { Interval = TimeSpan.FromSeconds(seconds) } });

        output.WriteLine($"[PRINT] cost of a release that is observed every {seconds} s: ${bill.Total(Listed):0.00000}, {bill.Transitions} transitions");
        Assert.InRange(bill.Total(Listed), Allowed, 4 * Allowed);
    }

    private static void AssertDocumented(Bill bill)
    {
        var (file, table) = (Repository.Path("docs", "cost.md"), bill.Table(Listed));
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            File.WriteAllText(file, text[..from] + table + text[to..]);
            return;
        }

        Assert.Equal(table, text[from..to]);
    }
}
