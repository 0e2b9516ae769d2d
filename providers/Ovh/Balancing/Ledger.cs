using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Remembers what we have staged, because OVH tells how many changes are pending and not whose. Written before anything is staged, so that a
/// process that was killed between staging and publishing leaves its successor the truth.
/// </summary>
/// <param name="note">Its name.</param>
internal sealed class Ledger(INotes notes, string note)
{
    /// <summary>Where is remembered what releases have staged of a service.</summary>
    /// <param name="frontends">Of one target, when several processes may release to the service at once; none when one does so to all of them.</param>
    public static string NameOf(string service, IEnumerable<OvhFrontend> frontends) =>
        string.Join('/', ["ovh", service, .. frontends.Select(frontend => $"{frontend.Word}-{frontend.Frontend}")]);

    /// <summary>Where is remembered what environments have staged of a service.</summary>
    public static string NameOfEnvironments(string service) => $"{NameOf(service, [])}.environment";

    /// <summary>What all targets of the service have staged together.</summary>
    public OurChanges Ours(BalancerApi api, Publication publication) => new(notes, api.Service, note, api, publication);

    /// <returns>Null when another process of this machine works on what this remembers.</returns>
    public IDisposable? TryHold() => notes.TryHold(note);

    public Task<Unpublished?> FindAsync(CancellationToken cancellationToken) => notes.FindAsync<Unpublished>(note, cancellationToken);

    public Task RecordAsync(Unpublished unpublished, CancellationToken cancellationToken) => notes.WriteAsync(note, unpublished, cancellationToken);

    public Task ClearAsync(CancellationToken cancellationToken) => notes.RemoveAsync<Unpublished>(note, cancellationToken);
}
