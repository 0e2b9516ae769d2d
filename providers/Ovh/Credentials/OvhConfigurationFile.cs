namespace BlueGreenServerless.Providers.Ovh.Credentials;

/// <summary>
/// OVH's own configuration file: <c>[default]</c> with <c>endpoint</c>, and a section for each endpoint with its credentials
/// (go-ovh, <c>ovh/configuration.go</c>).
/// </summary>
internal sealed class OvhConfigurationFile
{
    private readonly Dictionary<(string Section, string Key), string> values;

    private OvhConfigurationFile(Dictionary<(string Section, string Key), string> values) => this.values = values;

    public static OvhConfigurationFile Parse(string text)
    {
        var read = new Dictionary<(string, string), string>();
        var section = "";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            var cut = line.IndexOf('=', StringComparison.Ordinal);
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                section = line[1..^1].Trim();
            }
            else if (cut > 0 && line[0] is not (';' or '#'))
            {
                read[(section, line[..cut].Trim())] = line[(cut + 1)..].Trim().Trim('"');
            }
        }

        return new OvhConfigurationFile(read);
    }

    /// <summary>Null when it is not there or empty.</summary>
    public string? Find(string section, string key) => values.TryGetValue((section, key), out var value) && value.Length > 0 ? value : null;
}
