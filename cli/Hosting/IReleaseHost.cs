using System.Text.Json;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>Where the state machines of an app run: on this machine or in a cloud. Commands are written once, on this.</summary>
internal interface IReleaseHost
{
    /// <summary>True when releases stand still as soon as no process of this program runs.</summary>
    bool MovesHere { get; }

    /// <summary>How often the host is asked what is new.</summary>
    TimeSpan Pace { get; }

    IReleaseStore Store { get; }

    IExecutionLog Executions { get; }

    /// <summary>The providers, as commands of this process use them.</summary>
    IPorts Ports { get; }

    /// <summary>Gives the release that waits with a token a person's answer.</summary>
    /// <exception cref="ReleaseNotFoundException">None waits for the token (any more).</exception>
    Task AnswerAsync(string token, JsonElement answer, CancellationToken cancellationToken);

    /// <summary>Brings an artifact of this machine to where the host takes artifacts from, and makes the request to release it.</summary>
    /// <param name="verified">A file of this machine whose digest has been checked.</param>
    Task<ReleaseRequest> RequestAsync(AppSession session, ReleaseConfiguration configuration, Artifact verified, string by, CancellationToken cancellationToken);

    /// <summary>Looks at what the host itself needs for a release of the app; reads only.</summary>
    Task<IReadOnlyList<Diagnosis>> ExamineAsync(string app, CancellationToken cancellationToken);

    /// <summary>Begins to start releases, and to move them where that is up to this process.</summary>
    IReleaseMover Open();
}
