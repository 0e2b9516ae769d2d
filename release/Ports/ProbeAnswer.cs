namespace BlueGreenServerless.Ports;

/// <param name="Status">HTTP status, or null when there was no answer.</param>
/// <param name="Body">At most the first 64 KiB.</param>
/// <param name="Error">Why there was no answer.</param>
public sealed record ProbeAnswer(int? Status, string Body, string? Error, TimeSpan Took);
