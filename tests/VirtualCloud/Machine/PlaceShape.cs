namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>How a target is set up.</summary>
internal sealed record PlaceShape
{
    /// <summary>A rule has production traffic too, and is moved together with its listener's default.</summary>
    public bool WithRule { get; init; }

    /// <summary>Both groups stand in the listeners' actions from the beginning, one with weight 0.</summary>
    public bool Attached { get; init; } = true;

    /// <summary>Hosts of the new colour. Nothing runs on those of the old one, of which there are at most two.</summary>
    public int Hosts { get; init; } = 2;

    /// <summary>Where the applications of blue and green listen, for tests with traffic.</summary>
    public (int Blue, int Green) Ports { get; init; } = (80, 80);

    /// <summary>How long the installation takes on a host.</summary>
    public TimeSpan Install { get; init; } = TimeSpan.FromSeconds(10);
}
