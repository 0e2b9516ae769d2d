using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>A provider and its options.</summary>
public sealed record BindingShape(PortKind Port) : Shape;
