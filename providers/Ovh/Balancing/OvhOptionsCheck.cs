using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Clients;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What is wrong with the options, all of it at once.</summary>
internal static class OvhOptionsCheck
{
    /// <exception cref="InvalidRequestException">Something is; the message lists every fault.</exception>
    public static OvhOptions Checked(this OvhOptions options)
    {
        _ = options.Endpoint is { } endpoint ? OvhEndpoint.Of(endpoint) : null;
        List<string> faults = [.. Frontends(options), .. options.Frontends.SelectMany(Farms), .. Previews(options)];
        return faults.Count == 0 ? options : throw new InvalidRequestException($"The options of 'ovh' cannot be used: {string.Join(" ", faults)}");
    }

    private static IEnumerable<string> Frontends(OvhOptions options) =>
    [
        .. options.Frontends.Count == 0 ? ["'frontends' is empty: give the id of at least one front-end, its farms beside it."] : Array.Empty<string>(),
        .. options.Frontends.SelectMany(each => each.PreviewPaths.Append(each.Path)).GroupBy(path => path, StringComparer.Ordinal)
            .Where(twice => twice.Skip(1).Any())
            .Select(twice => $"'{twice.Key}' is named twice: each front-end and route may be production or preview of one entry only."),
    ];

    private static IEnumerable<string> Farms(OvhFrontend frontend)
    {
        long[] farms = [frontend.Blue, frontend.Green, .. frontend.Canary is { } canary ? [canary] : Array.Empty<long>()];
        if (farms.Distinct().Count() < farms.Length)
        {
            yield return $"The front-end '{frontend.Frontend}' names a farm twice ('{string.Join("', '", farms)}'): blue, green and canary must differ.";
        }
    }

    private static IEnumerable<string> Previews(OvhOptions options)
    {
        var previews = options.Frontends.Any(frontend => frontend.PreviewPaths.Any());
        if (options.PreviewAddress is { } address && !previews)
        {
            yield return $"'previewAddress' is '{address}', but no front-end has 'preview' or 'previewRoute': nothing would lead there. Give one.";
        }

        if (options.Swap && !options.Frontends.Any(frontend => frontend.Preview is not null))
        {
            yield return "'swap' is set, but no front-end has 'preview' to swap with. Give the id of a second front-end.";
        }

        if (options is { Swap: true, PreviewAddress: not null, Address: null })
        {
            yield return "'swap' is set without 'address': after the swap the new version is not at 'previewAddress' any more. Give the address of production.";
        }

        if (options.Frontends.Any(frontend => frontend is { PreviewRoute: not null, Protocol: OvhProtocol.Tcp }))
        {
            yield return "A 'previewRoute' needs hosts, headers or cookies, which tcp does not have. Use 'preview', a second front-end.";
        }
    }
}
