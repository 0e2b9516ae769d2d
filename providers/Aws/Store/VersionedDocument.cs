namespace BlueGreenServerless.Providers.Aws.Store;

/// <param name="ETag">Of the object as it was read; null when there is none.</param>
internal sealed record VersionedDocument<T>(T? Value, long Fencing, string? ETag)
    where T : class;
