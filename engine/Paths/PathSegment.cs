namespace BlueGreenServerless.Engine.Paths;

/// <summary>One step of a path: a field's name, or an index of an array when the name is null.</summary>
internal readonly record struct PathSegment(string? Name, int Index);
