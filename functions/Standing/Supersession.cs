using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Functions.Standing;

/// <summary>
/// Finds the newer release that has worked on the other colour since. From then on what a rollback would put back is not there any more.
/// </summary>
internal static class Supersession
{
    private const int Looked = 50;

    public static async Task<ReleaseRecord?> FindAsync(IReleaseStore store, ReleaseHeader header, CancellationToken cancellationToken)
    {
        var history = await store.HistoryAsync(header.App, Looked, cancellationToken);
        return history.FirstOrDefault(record =>
            record.Id != header.Id && record.StartedAt > header.StartedAt && record.Document.Progress.Phase > Phase.Inspect);
    }
}
