namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>Marks the place of a release in the order of its app; the record itself is elsewhere.</summary>
internal sealed record HistoryEntry(string Id);
