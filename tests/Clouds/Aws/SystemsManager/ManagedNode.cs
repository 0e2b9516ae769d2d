using System.Collections.Concurrent;

namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>An instance with an agent: a directory on this machine in which commands are really run.</summary>
/// <param name="id">Begins with i- or, for a machine outside of EC2, mi-.</param>
/// <param name="directory">Where commands start; also HOME.</param>
public sealed class ManagedNode(string id, string directory)
{
    public string Id { get; } = id;

    public string Directory { get; } = directory;

    /// <summary>Such as Environment=Blue.</summary>
    public ConcurrentDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Given to commands, beside PATH, HOME and what the agent sets.</summary>
    public ConcurrentDictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Several nodes share one file system here: texts in commands that name a place of the node (such as /srv/shop), with the place that
    /// stands for it.
    /// </summary>
    public ConcurrentDictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    public AgentBehavior Agent { get; set; } = AgentBehavior.Works;

    /// <summary>Stands for running a command's lines, for tests with thousands of nodes; null: they are really run.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task<ScriptEnd>>? Script { get; set; }

    /// <summary>How long until the agent takes a command.</summary>
    public TimeSpan PickUp { get; set; } = TimeSpan.Zero;

    /// <summary>Whether a cancelled command is really stopped; AWS does not promise it.</summary>
    public bool HeedsCancel { get; set; } = true;

    internal bool IsOnline => Agent is not AgentBehavior.Offline;

    internal string Placed(string script) => Places.OrderByDescending(place => place.Key.Length).Aggregate(script, (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal));
}
