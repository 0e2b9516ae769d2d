using System.Text;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// Makes HAProxy run a configuration: check, replace, reload, see the new worker. The same script for this machine and others.
/// <see cref="ApplySteps"/> has its steps.
/// </summary>
internal static class ApplyScript
{
    public const string PasswordVariable = "BLUEGREEN_STATS_PASSWORD";

    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(90);

    /// <param name="running">False writes the files for an HAProxy that has not been started yet.</param>
    public static string Render(HaproxyOptions options, HaproxyConfiguration configuration, bool running = true)
    {
        var passwordFile = options.Stats is { } stats ? HaproxySecret.Parse(stats.Password)!.File ?? "" : "";
        var values = $"""
            config={options.Config.Quoted()} map={options.SplitFile.Quoted()} key={HaproxyConfiguration.SplitKey}
            admin={options.Socket.Quoted()} master={options.MasterSocket.Quoted()}
            ours={HaproxyConfiguration.FirstWords.Quoted()}
            place={HaproxyConfiguration.PasswordPlace.Quoted()} password_file={passwordFile.Quoted()} secret=''
            digest={configuration.Digest} reload={(running ? "yes" : "no")}
            text={Convert.ToBase64String(Encoding.UTF8.GetBytes(configuration.Text)).Quoted()}

            """;
        return BalancerScripts.Head + values + ApplySteps.Functions + ApplySteps.Main;
    }

    /// <summary>The password for the script's environment, when it is in ours.</summary>
    public static IReadOnlyDictionary<string, string> Secrets(HaproxyOptions options)
    {
        var password = options.Stats is { } stats ? HaproxySecret.Parse(stats.Password)!.FromEnvironment() : null;
        return password is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [PasswordVariable] = password };
    }

    /// <summary>True when HAProxy was reloaded, false when it ran this configuration already.</summary>
    /// <exception cref="ProviderRefusedException">The configuration is not valid or could not be loaded; the old one is in place and serving.</exception>
    public static bool Reloaded(string output, HaproxyOptions options)
    {
        var word = output.Split('\n', 2)[0].Trim();
        var said = BalancerScripts.After(word is "unavailable" or "refused" ? "" : word, output).Head();
        return word switch
        {
            "reloaded" or "installed" => true,
            "unchanged" => false,
            "invalid" => throw new ProviderRefusedException(
                $"HAProxy does not accept the configuration for '{options.Config}': {said} Nothing was changed. Correct the options of 'haproxy'."),
            "foreign" => throw new ProviderRefusedException(
                $"The file '{options.Config}' was not written by us, so it is not replaced. Move it away to let us own HAProxy's configuration, or set 'manage' to 'map-only'."),
            "failed" => throw new ProviderRefusedException(
                $"HAProxy could not load the new '{options.Config}': {said} The previous file is back and the old process serves on. Correct the cause and try again."),
            _ => throw RuntimeReply.NotUnderstood("the apply script", output),
        };
    }
}
