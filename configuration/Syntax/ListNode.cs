namespace BlueGreenServerless.Configuration.Syntax;

public sealed record ListNode(Place At, IReadOnlyList<YamlNode> Items) : YamlNode(At);
