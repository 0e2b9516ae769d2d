using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Provisioning.Tests.Order;

public sealed class MonthlyPriceTests
{
    [Theory]
    [InlineData(0, "nothing")]
    [InlineData(9.99, "under 10 USD")]
    [InlineData(10, "10 to 50 USD")]
    [InlineData(999, "200 to 1000 USD")]
    [InlineData(5000, "over 5000 USD")]
    public void A_price_is_said_as_a_class(double amount, string words) => Assert.Equal(words, new MonthlyPrice((decimal)amount, "USD").Class);

    [Fact]
    public void A_sum_is_said_for_each_currency_and_with_what_is_not_known()
    {
        MonthlyPrice[] prices = [new(30, "USD"), new(30, "USD"), new(9, "EUR"), MonthlyPrice.Nothing];

        Assert.Equal("50 to 200 USD and under 10 EUR", MonthlyPrice.ClassOf(prices));
        Assert.Equal("at least 50 to 200 USD and under 10 EUR", MonthlyPrice.ClassOf([.. prices, MonthlyPrice.Unknown]));
        Assert.Equal("not known", MonthlyPrice.ClassOf([MonthlyPrice.Unknown]));
        Assert.Equal("nothing", MonthlyPrice.ClassOf([]));
    }
}
