using BlueGreenServerless.Configuration;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Hosting;

/// <summary>The users' files: <c>config/&lt;app&gt;.yaml</c> beside the state, or given with an event.</summary>
public sealed class Configurations(IStorage storage, HostSettings settings, ConfigurationReader reader)
{
    /// <summary>Where the file of an app lies, below the state.</summary>
    public static string PathOf(string app) => $"config/{app}.yaml";

    /// <param name="given">The file's text when the event brings it; null reads the one that lies beside the state.</param>
    /// <exception cref="InvalidRequestException">There is no file for the app, it has faults, or it is another app's.</exception>
    public async Task<ReleaseConfiguration> ReadAsync(string app, string? given, CancellationToken cancellationToken)
    {
        var name = PathOf(app);
        var text = given ?? await storage.FindTextAsync(settings.State, name, cancellationToken) ?? throw new InvalidRequestException(
            $"The app '{EventField.Shown(app)}' is not known: there is no '{EventField.Shown(name)}' in '{settings.State}'. Apps are known by their file. Upload its bluegreen.yaml there.");
        var configuration = reader.Parse(text, given is null ? name : "configuration").OrThrow();
        return configuration.App == app ? configuration : throw new InvalidRequestException(
            $"The configuration is that of the app '{configuration.App}', not of '{EventField.Shown(app)}'. One file is for one app. Correct the name in one of the two places.");
    }
}
