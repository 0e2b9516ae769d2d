using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>
/// OVH's public catalogue of the Public Cloud (<c>GET /order/catalog/public/cloud</c>): plans with a price for consumption, in hundred-millionths
/// of the currency and by the hour. A month is 730 hours.
/// </summary>
internal sealed class PriceList(OvhClient client, string subsidiary)
{
    private const decimal HoursOfMonth = 730;
    private const decimal Unit = 100_000_000;

    private (string Currency, IReadOnlyList<JsonObject> Plans)? known;

    /// <summary>What plans that are billed by the hour cost together in a month.</summary>
    public Task<MonthlyPrice> OfAsync(IEnumerable<string?> planCodes, CancellationToken cancellationToken) =>
        OfAsync([.. planCodes.Select(code => (Func<JsonObject, bool>)(plan => code is not null && (string?)plan["planCode"] == code))], cancellationToken);

    /// <param name="wanted">One for each plan of the sum.</param>
    public async Task<MonthlyPrice> OfAsync(IReadOnlyList<Func<JsonObject, bool>> wanted, CancellationToken cancellationToken)
    {
        var (currency, plans) = known ??= await ReadAsync(cancellationToken);
        var hours = wanted.Select(plan => Hour(plans.FirstOrDefault(plan))).ToList();
        return hours.Exists(hour => hour is null) ? MonthlyPrice.Unknown : new MonthlyPrice(hours.Sum() * HoursOfMonth, currency);
    }

    private static decimal? Hour(JsonObject? plan) =>
        (plan?["pricings"] as JsonArray ?? []).OfType<JsonObject>()
            .FirstOrDefault(each => (each["capacities"] as JsonArray ?? []).Any(capacity => (string?)capacity == "consumption")) is { } pricing
            ? (decimal?)(long?)pricing["price"] / Unit : null;

    private async Task<(string Currency, IReadOnlyList<JsonObject> Plans)> ReadAsync(CancellationToken cancellationToken)
    {
        var request = OvhRequest.Get("reading the price list", $"/order/catalog/public/cloud?ovhSubsidiary={subsidiary}") with { IsPublic = true };
        try
        {
            var catalogue = await client.CallAsync(request, cancellationToken) as JsonObject;
            return ((string?)catalogue?["locale"]?["currencyCode"] ?? "", [.. (catalogue?["addons"] as JsonArray ?? []).OfType<JsonObject>()]);
        }
        catch (ReleaseException)
        {
            // the plan says 'not known' then: an environment can be made and destroyed without the list
            return ("", []);
        }
    }
}
