namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>A fixed set of keys.</summary>
public sealed record RecordShape(Type Type, string Description, IReadOnlyList<KeyShape> Keys) : Shape;
