namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>What an object of the store holds.</summary>
/// <param name="Nonce">Different for every write: tells our own write from another one when its answer was lost.</param>
/// <param name="Fencing">Number of the lock under which it was written; 0 for what needs no lock.</param>
internal sealed record StoredDocument<T>(T? Value, string Nonce, long Fencing = 0)
    where T : class;
