using BlueGreenServerless.Configuration.Scalars;

namespace BlueGreenServerless.Configuration.Shapes;

public sealed record ScalarShape(Scalar Scalar) : Shape;
