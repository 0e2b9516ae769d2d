using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Standing;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Trigger;

/// <summary>Says why a release cannot be taken back, and what is possible instead.</summary>
internal sealed class RollbackRefusal(StageServices services)
{
    private const string Instead = "Release the version that you want instead.";

    /// <exception cref="RollbackRefusedException">It cannot.</exception>
    public async Task CheckAsync(ReleaseRecord record, LockGrant? held, CancellationToken cancellationToken)
    {
        if (held is not null)
        {
            throw new RollbackRefusedException(
                $"The release '{record.Id}' was not rolled back, because '{held.Owner}' runs. One release of an app runs at a time. Abort that one, or wait for its end.");
        }

        if (await Supersession.FindAsync(services.Store, record.Document.Header, cancellationToken) is { } newer)
        {
            throw new RollbackRefusedException(
                $"The release '{record.Id}' was not rolled back, because '{newer.Id}' (version '{newer.Version}', {newer.Outcome}) has used the other colour since. " +
                $"Only the newest release can be put back. {Instead}");
        }

        switch (record.Outcome)
        {
            case Outcome.Completed:
                await CheckWindowAsync(record, cancellationToken);
                break;
            case Outcome.Abandoned or Outcome.RolledBack:
                throw new RollbackRefusedException(
                    $"The release '{record.Id}' ended as '{record.Outcome}', so its version has no traffic. Only a live release can be put back. {Instead}");
            default:
                break;
        }
    }

    private async Task CheckWindowAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        var live = await services.Store.FindLiveAsync(record.App, cancellationToken);
        if (live?.ReleaseId != record.Id)
        {
            throw new RollbackRefusedException(
                $"The release '{record.Id}' is not live; '{live?.ReleaseId ?? "none"}' is. Only the live release can be put back. {Instead}");
        }

        if (services.Time.GetUtcNow() >= live.StandbyUntil)
        {
            throw new RollbackRefusedException(
                $"The rollback window of '{record.Id}' closed at '{live.StandbyUntil:u}'. Inside it the version before is kept ready. {Instead}");
        }
    }
}
