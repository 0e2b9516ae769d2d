namespace BlueGreenServerless.Traffic;

public static class ColorExtensions
{
    public static Color Other(this Color color) => color == Color.Blue ? Color.Green : Color.Blue;

    /// <summary>The colour as providers write it in names, tags and maps: <c>blue</c> or <c>green</c>.</summary>
    public static string Lower(this Color color) => color == Color.Blue ? "blue" : "green";
}
