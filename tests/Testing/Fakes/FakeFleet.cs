using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>Machines in memory: capacity comes after some calls.</summary>
public sealed class FakeFleet(TimeProvider time) : IFleet
{
    public Faults Faults { get; } = new(time);

    /// <summary>Calls that find capacity still missing.</summary>
    public int MissingFor { get; set; }

    public List<Color> ScaledIn { get; } = [];

    public Task<string?> BringToCapacityAsync(Color idle, CancellationToken cancellationToken) =>
        Faults.AroundAsync<string?>("BringToCapacity", () => MissingFor-- > 0 ? $"2 machines of {idle.Lower()}" : null, cancellationToken);

    public Task ScaleInAsync(Color color, CancellationToken cancellationToken) =>
        Faults.AroundAsync("ScaleIn", () => { ScaledIn.Add(color); }, cancellationToken);
}
