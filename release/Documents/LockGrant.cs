namespace BlueGreenServerless.Documents;

/// <summary>Proof of holding the lock of an app.</summary>
/// <param name="Owner">The release id.</param>
/// <param name="Fencing">Grows by at least one with every new owner; writes with an older number are refused.</param>
/// <param name="ExpiresAt">After this another owner may take the lock.</param>
public sealed record LockGrant(string App, string Owner, long Fencing, DateTimeOffset ExpiresAt);
