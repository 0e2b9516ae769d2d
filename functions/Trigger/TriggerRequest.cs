using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Functions.Trigger;

/// <summary>What somebody outside asks for: a release or a way back. Exactly one of the two.</summary>
public sealed record TriggerRequest(ReleaseRequest? Release = null, RollbackRequest? Rollback = null);
