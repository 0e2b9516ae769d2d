namespace BlueGreenServerless.Traffic;

/// <summary>One of the two identical environments. At any time one is live and the other idle.</summary>
public enum Color
{
    Blue,
    Green,
}
