namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>
/// The token in doctl's configuration: <c>access-token</c> belongs to the context <c>default</c>, the others are below
/// <c>auth-contexts</c>, and <c>context</c> says which one is used (digitalocean/doctl, commands/auth.go). Of the YAML only these
/// lines are read, which doctl writes itself.
/// </summary>
internal static class DoctlFile
{
    private const string Default = "default";

    /// <param name="context">The context to use; null: the one that the file says.</param>
    /// <returns>Null when the context has no token.</returns>
    public static string? TokenOf(string text, string? context)
    {
        var (keys, contexts) = Read(text);
        var wanted = context is { Length: > 0 } ? context : keys.GetValueOrDefault("context", Default);
        var token = wanted == Default ? keys.GetValueOrDefault("access-token", contexts.GetValueOrDefault(Default, "")) : contexts.GetValueOrDefault(wanted, "");
        return token.Length > 0 ? token : null;
    }

    private static (Dictionary<string, string> Keys, Dictionary<string, string> Contexts) Read(string text)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        var contexts = new Dictionary<string, string>(StringComparer.Ordinal);
        var section = "";
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line.TrimStart()[0] != '#'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var (key, value) = colon < 0 ? (line.TrimEnd(':'), "") : (line[..colon], Plain(line[(colon + 2)..]));
            if (!char.IsWhiteSpace(line[0]))
            {
                (section, keys[Plain(key)]) = (key, value);
            }
            else if (section == "auth-contexts")
            {
                contexts[Plain(key)] = value;
            }
        }

        return (keys, contexts);
    }

    private static string Plain(string text) => text.Trim().Trim('"', '\'');
}
