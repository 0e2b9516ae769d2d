namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The statistics page, when asked for.</summary>
internal static class HaproxyStatsSection
{
    public static string Render(HaproxyOptions options)
    {
        if (options.Stats is not { } stats)
        {
            return "";
        }

        var lines = new HaproxyLines();
        lines.Section("frontend fe_stats");
        lines.Add($"bind {stats.Bind}");
        lines.Add("stats enable");
        lines.Add("stats uri /");
        lines.Add("stats hide-version");
        lines.Add($"stats auth '{stats.User}:{HaproxyConfiguration.PasswordPlace}'");
        return lines.ToString();
    }
}
