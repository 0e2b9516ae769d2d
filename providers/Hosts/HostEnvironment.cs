using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Hosts;

/// <summary>The variables that a script gets, see <see cref="HostCommand"/>.</summary>
internal static class HostEnvironment
{
    public static Dictionary<string, string> Of(Host host, HostCommand command, string? artifact)
    {
        var variables = new Dictionary<string, string>(host.Environment, StringComparer.Ordinal) { ["BLUEGREEN_HOST"] = host.Name };
        Add(variables, "BLUEGREEN_COLOR", command.Color?.Lower());
        Add(variables, "BLUEGREEN_DIRECTORY", host.Directory);
        Add(variables, "BLUEGREEN_ARTIFACT", artifact);
        return variables;
    }

    private static void Add(Dictionary<string, string> variables, string name, string? value)
    {
        if (value is not null)
        {
            variables[name] = value;
        }
    }
}
