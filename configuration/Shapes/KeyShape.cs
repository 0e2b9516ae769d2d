namespace BlueGreenServerless.Configuration.Shapes;

/// <param name="Default">What holds when the key is left out; null when nothing does.</param>
public sealed record KeyShape(string Name, Shape Shape, bool Required, object? Default, string Description, Limits Limits);
