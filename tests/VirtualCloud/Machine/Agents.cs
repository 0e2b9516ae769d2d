using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.SystemsManager;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>Machines with an agent on which an installation takes its time and goes well.</summary>
internal static class Agents
{
    /// <param name="id">Begins with <c>i-</c>, or with <c>mi-</c> for a machine outside of AWS.</param>
    /// <param name="pool">Its tag <c>Pool</c>.</param>
    public static ManagedNode Add(AwsDouble aws, string id, string pool, TimeSpan install)
    {
        var node = aws.Nodes.Add(id, "/", ("Pool", pool));
        node.Script = (_, stop) => RunAsync(install, aws.Options.Clock, stop);
        return node;
    }

    private static async Task<ScriptEnd> RunAsync(TimeSpan install, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            await Task.Delay(install, clock, stop);
            return new ScriptEnd(0, "installed", "", false);
        }
        catch (OperationCanceledException)
        {
            return new ScriptEnd(-1, "", "", true);
        }
    }
}
