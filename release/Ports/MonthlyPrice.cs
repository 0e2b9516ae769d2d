using System.Globalization;

namespace BlueGreenServerless.Ports;

/// <summary>
/// What something costs in a month. Said as a class and not to the cent: taxes, traffic, discounts and the provider's next price list are
/// not known here.
/// </summary>
/// <param name="Amount">Null when it is not known.</param>
/// <param name="Currency">As <c>EUR</c>; empty when the amount is nothing or not known.</param>
public sealed record MonthlyPrice(decimal? Amount, string Currency)
{
    private static readonly decimal[] Bounds = [10, 50, 200, 1000, 5000];

    public static MonthlyPrice Nothing { get; } = new(0, "");

    public static MonthlyPrice Unknown { get; } = new(null, "");

    /// <summary>The class in words: <c>nothing</c>, <c>under 10 EUR</c>, <c>50 to 200 EUR</c>, <c>not known</c>.</summary>
    public string Class
    {
        get
        {
            if (Amount is not { } amount)
            {
                return "not known";
            }

            if (amount <= 0)
            {
                return "nothing";
            }

            var above = Array.FindIndex(Bounds, bound => amount < bound);
            return above switch
            {
                0 => $"under {Word(Bounds[0])} {Currency}",
                < 0 => $"over {Word(Bounds[^1])} {Currency}",
                _ => $"{Word(Bounds[above - 1])} to {Word(Bounds[above])} {Currency}",
            };
        }
    }

    /// <summary>The class of a sum, for each currency; with 'at least' when a price of it is not known.</summary>
    public static string ClassOf(IEnumerable<MonthlyPrice> prices)
    {
        var all = prices.ToList();
        var sums = all.Where(price => price.Amount > 0).GroupBy(price => price.Currency, StringComparer.Ordinal)
            .Select(same => new MonthlyPrice(same.Sum(price => price.Amount), same.Key).Class).ToList();
        var known = sums.Count == 0 ? Nothing.Class : string.Join(" and ", sums);
        return !all.Exists(price => price.Amount is null) ? known : sums.Count == 0 ? Unknown.Class : $"at least {known}";
    }

    private static string Word(decimal amount) => amount.ToString("0", CultureInfo.InvariantCulture);
}
