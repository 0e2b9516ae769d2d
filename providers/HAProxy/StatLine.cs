using System.Globalization;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>One line of <c>show stat</c>, by the names in its header (management.txt 9.1).</summary>
internal sealed class StatLine(IReadOnlyDictionary<string, int> columns, string[] values)
{
    public string Proxy => this["pxname"];

    public string Name => this["svname"];

    public bool IsServer => this["type"] == "2";

    public string Status => this["status"];

    /// <summary>The last check's result, for example L7OK; without the <c>* </c> that says that another check runs.</summary>
    public string CheckStatus => this["check_status"].TrimStart('*', ' ');

    /// <summary>HTTP status of the last check; empty while another one runs (HAProxy then shows 0) or without HTTP.</summary>
    public string CheckCode => this["check_code"] == "0" ? "" : this["check_code"];

    public string this[string column] => columns.TryGetValue(column, out var index) && index < values.Length ? values[index] : "";

    /// <summary>A counter; 0 where HAProxy leaves the field empty.</summary>
    public long Number(string column) => long.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <exception cref="Failures.ProviderRefusedException">The reply is no statistics.</exception>
    public static IReadOnlyList<StatLine> Parse(string reply, string asked)
    {
        var lines = reply.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = Array.FindIndex(lines, line => line.StartsWith("# pxname,svname,", StringComparison.Ordinal));
        if (header < 0)
        {
            throw RuntimeReply.NotUnderstood(asked, reply);
        }

        var columns = lines[header][2..].TrimEnd(',').Split(',').Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        return [.. lines.Where(line => line.Contains(',') && !line.StartsWith('#')).Select(line => new StatLine(columns, line.Split(',')))];
    }
}
