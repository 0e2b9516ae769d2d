using System.Globalization;
using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Reads what HAProxy said. Whatever does not have the documented shape is a refusal that quotes it.</summary>
internal static partial class RuntimeReply
{
    public static ProviderRefusedException NotUnderstood(string asked, string reply) => new(
        $"HAProxy's answer to '{asked}' was not understood: '{reply.Head()}'. Check that the socket is HAProxy's admin socket with level admin.");

    /// <summary>The percentage out of <c>get map</c>; null when the map has no such key.</summary>
    /// <exception cref="ProviderRefusedException">HAProxy does not know the map, or answers something else.</exception>
    public static int? Percent(string reply, string asked)
    {
        RefuseUnknownMap(reply, asked);
        if (reply.Contains("found=no", StringComparison.Ordinal))
        {
            return null;
        }

        var match = MapValue().Match(reply);
        return match.Success && int.TryParse(match.Groups["value"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? percent
            : throw NotUnderstood(asked, reply);
    }

    /// <summary>Checks the reply to a change: nothing. It is no proof; the value is read back.</summary>
    public static void Silent(string reply, string asked)
    {
        RefuseUnknownMap(reply, asked);
        if (reply.Trim().Length > 0)
        {
            throw NotUnderstood(asked, reply);
        }
    }

    /// <summary>Fields <c>Name: value</c> of <c>show info</c>.</summary>
    public static IReadOnlyDictionary<string, string> Info(string reply)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in reply.Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.TryAdd(line[..colon], line[(colon + 2)..].Trim());
            }
        }

        return fields.ContainsKey("Pid") && fields.ContainsKey("Start_time_sec") ? fields : throw NotUnderstood("show info", reply);
    }

    /// <summary>Process ids of the workers that a reload replaced and that still finish requests, out of <c>show proc</c>.</summary>
    public static IReadOnlyList<int> OldWorkers(string reply)
    {
        if (!reply.StartsWith("#<PID>", StringComparison.Ordinal))
        {
            throw NotUnderstood("show proc", reply);
        }

        var old = reply.IndexOf("# old workers", StringComparison.Ordinal);
        return old < 0 ? [] : [.. WorkerRow().Matches(reply[old..]).Select(match => int.Parse(match.Groups["pid"].ValueSpan, CultureInfo.InvariantCulture))];
    }

    private static void RefuseUnknownMap(string reply, string asked)
    {
        if (reply.Contains("Unknown map identifier", StringComparison.Ordinal))
        {
            throw new ProviderRefusedException(
                $"HAProxy does not know the map of '{asked}': its configuration does not read it. Apply our configuration, or use map_str_int with that file in yours.");
        }
    }

    [GeneratedRegex("""found=yes\b.*\bvalue="(?<value>[0-9]{1,3})"(,|\s|\z)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MapValue();

    [GeneratedRegex(@"^(?<pid>[0-9]+)\s+worker\s", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex WorkerRow();
}
