namespace BlueGreenServerless.Configuration.Syntax;

public sealed record MapEntry(ScalarNode Key, YamlNode Value);
