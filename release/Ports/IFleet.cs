using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Ports;

/// <summary>The machines of a colour.</summary>
public interface IFleet
{
    /// <summary>Asks for the idle colour to have the live one's capacity; null when it has, else what is still waited for, in words.</summary>
    Task<string?> BringToCapacityAsync(Color idle, CancellationToken cancellationToken);

    /// <summary>Scales a colour that has no traffic in. Idempotent.</summary>
    Task ScaleInAsync(Color color, CancellationToken cancellationToken);
}
