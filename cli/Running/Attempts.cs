using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Running;

/// <summary>Counts how often an artifact was released and is over, so that it can be released again.</summary>
internal static class Attempts
{
    private const int Looked = 1000;

    public static async Task<int> NextAsync(IReleaseStore store, string app, Artifact artifact, CancellationToken cancellationToken)
    {
        var history = await store.HistoryAsync(app, Looked, cancellationToken);
        var live = await store.FindLiveAsync(app, cancellationToken);
        var same = history.Where(record => record.Version == artifact.Version && record.Document.Header.Artifact.Sha256 == artifact.Sha256);
        return 1 + same.Count(record => record.Outcome != Outcome.Running && record.Id != live?.ReleaseId);
    }
}
