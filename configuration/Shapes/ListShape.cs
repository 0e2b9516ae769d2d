namespace BlueGreenServerless.Configuration.Shapes;

public sealed record ListShape(Shape Item) : Shape;
