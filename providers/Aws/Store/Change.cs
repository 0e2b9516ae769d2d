namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>What to write into an object of the store.</summary>
/// <param name="Value">Null for a thing that is not there any more; the object stays, so that nobody can take it for never written.</param>
internal sealed record Change<T>(T? Value, long Fencing = 0)
    where T : class;
