namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>Keys of the user's choice.</summary>
public sealed record MapShape(Shape Value) : Shape;
