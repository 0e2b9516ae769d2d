namespace BlueGreenServerless.Load;

/// <summary>The answers that one version gave to one kind of request.</summary>
/// <param name="Version">What the application said in <c>X-Version</c>; null for answers of the load balancer itself.</param>
/// <param name="Errors">Of <paramref name="Count"/>, those with status 5xx.</param>
/// <param name="First">When the first answer was complete, as a timestamp of the load's <see cref="TimeProvider"/>.</param>
/// <param name="Last">When the last one was.</param>
public sealed record Answers(RequestKind Kind, string? Version, long Count, long Errors, long First, long Last);
