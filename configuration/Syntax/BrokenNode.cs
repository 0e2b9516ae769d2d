namespace BlueGreenServerless.Configuration.Syntax;

/// <summary>A node whose fault has been reported; nobody needs to report it again.</summary>
public sealed record BrokenNode(Place At) : YamlNode(At);
