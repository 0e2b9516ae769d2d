namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// Whether any user can come in through an HAProxy:
/// <code>
/// it answers and has a frontend                                yes
/// it answers and has none (the configuration of a package)     no
/// it does not answer, without a configuration and a socket     no: it was never set up
/// it does not answer otherwise                                 not to be told: it may only be down
/// </code>
/// </summary>
internal static class WayInScript
{
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(30);

    public static IReadOnlyDictionary<string, string> NoSecrets { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static string Render(HaproxyOptions options) =>
        BalancerScripts.Head + $$"""
        config={{options.Config.Quoted()}} admin={{options.Socket.Quoted()}}
        if [[ ! -e $config && ! -e $admin ]]; then
          result ok no
        fi
        asked "$admin" 'show stat -1 1 -1'
        [[ $reply == '# pxname,'* ]] || result unavailable "$admin gave no statistics"
        if grep -q ',FRONTEND,' <<<"$reply"; then result ok yes; fi
        result ok no

        """;

    /// <exception cref="Failures.ProviderUnavailableException">It cannot be told now.</exception>
    /// <exception cref="Failures.ProviderRefusedException">The user may not ask, or the output is not what the script prints.</exception>
    public static bool Found(string output) => BalancerScripts.After("ok", output).Trim() switch
    {
        "yes" => true,
        "no" => false,
        _ => throw RuntimeReply.NotUnderstood("a script on its machine", output),
    };
}
