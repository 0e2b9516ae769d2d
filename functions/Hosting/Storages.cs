using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Functions.Hosting;

/// <summary>The kinds of places that state can lie in, found by themselves like the providers.</summary>
internal static class Storages
{
    /// <exception cref="InvalidRequestException">There is no storage for the address's scheme.</exception>
    public static IStorage For(Uri place)
    {
        var all = All();
        return all.FirstOrDefault(storage => storage.Scheme == place.Scheme) ?? throw new InvalidRequestException(
            $"The state cannot lie at '{place}'. Allowed are addresses with {string.Join(", ", all.Select(storage => storage.Scheme + "://"))}. Correct BLUEGREEN_STATE.");
    }

    private static List<IStorage> All() =>
        [.. typeof(ProviderRegistry).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IStorage)))
            .Select(type => (IStorage)Activator.CreateInstance(type)!).OrderBy(storage => storage.Scheme, StringComparer.Ordinal)];
}
