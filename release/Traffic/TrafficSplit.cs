namespace BlueGreenServerless.Traffic;

/// <summary>How production traffic is divided, in whole percent. The two weights always sum to 100.</summary>
public sealed record TrafficSplit
{
    /// <param name="blue">Percent of the traffic that blue gets, 0 to 100.</param>
    /// <param name="green">Percent of the traffic that green gets, 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or they do not sum to 100.</exception>
    public TrafficSplit(int blue, int green)
    {
        if (blue < 0 || green < 0 || blue + green != 100)
        {
            throw new ArgumentOutOfRangeException(nameof(blue), $"The weights blue '{blue}' and green '{green}' must be 0 to 100 and sum to 100.");
        }

        Blue = blue;
        Green = green;
    }

    public int Blue { get; }

    public int Green { get; }

    public static TrafficSplit All(Color color) => Toward(color, 100);

    /// <summary>The split in which <paramref name="color"/> gets <paramref name="percent"/> and the other colour the rest.</summary>
    public static TrafficSplit Toward(Color color, int percent) =>
        color == Color.Blue ? new TrafficSplit(percent, 100 - percent) : new TrafficSplit(100 - percent, percent);

    public int Of(Color color) => color == Color.Blue ? Blue : Green;

    /// <summary>The colour that has all the traffic, or null while it is divided.</summary>
    public Color? Whole() => Blue == 100 ? Color.Blue : Green == 100 ? Color.Green : null;

    public override string ToString() => $"blue {Blue} % / green {Green} %";
}
