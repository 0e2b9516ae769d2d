namespace BlueGreenServerless.Configuration.Syntax;

/// <summary>A node of the user's file, with its place.</summary>
public abstract record YamlNode(Place At);
