namespace BlueGreenServerless.Configuration.Syntax;

/// <param name="Plain">Written without quotes and not as a block.</param>
public sealed record ScalarNode(Place At, string Text, bool Plain) : YamlNode(At)
{
    /// <summary>Nothing, or one of the words that YAML reads as nothing.</summary>
    public bool IsNull => Plain && Text is ("" or "~" or "null" or "Null" or "NULL");
}
