using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The files of an HAProxy on this machine that has not been started yet.</summary>
public static class HaproxyInstallation
{
    /// <summary>
    /// Writes the configuration and the map (all traffic on blue, unless a map is there already), after <c>haproxy -c</c> has accepted
    /// them. May run twice. Then start it with <c>haproxy -W -S masterSocket -f config</c>.
    /// </summary>
    /// <exception cref="ProviderRefusedException">HAProxy does not accept the configuration, or the files cannot be written.</exception>
    public static async Task WriteAsync(HaproxyOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var script = ApplyScript.Render(options, HaproxyConfiguration.Render(options), running: false);
        var output = await new LocalScripts(time).RunAsync(script, ApplyScript.Secrets(options), ApplyScript.Deadline, cancellationToken);
        ApplyScript.Reloaded(output, options);
    }
}
