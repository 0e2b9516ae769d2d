using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>A machine of a colour.</summary>
/// <param name="Name">Within the environment: <c>blue-1</c>.</param>
internal sealed record Machine(string Name, Color Color)
{
    public static IEnumerable<Machine> Of(Color color, int count) => Enumerable.Range(1, count).Select(number => new Machine($"{color.Lower()}-{number}", color));
}
