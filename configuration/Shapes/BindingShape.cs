using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>A provider and its options.</summary>
/// <param name="IsFilledIn">Not all options stand in the file, so whoever holds the binding checks whether the port can be made.</param>
public sealed record BindingShape(PortKind Port, bool IsFilledIn = false) : Shape;
