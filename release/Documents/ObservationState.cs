using System.Text.Json;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

/// <summary>The judgement of the new colour under traffic.</summary>
/// <param name="Why">The measured value and its limit, in words.</param>
/// <param name="Cursor">Where the metric source goes on reading; opaque to everybody else.</param>
/// <param name="WindowSince">Start of the window that has not been judged yet.</param>
/// <param name="New">The new colour in the last judged window.</param>
/// <param name="Reference">The old colour in the last window in which it had enough traffic.</param>
/// <param name="OldConnections">Sessions still open on the old colour; null when the router cannot tell.</param>
/// <param name="Probes">Requests of our own in the window that has not been judged yet; null without any.</param>
public sealed record ObservationState(
    ObservationVerdict Verdict, string Why, JsonElement? Cursor, DateTimeOffset WindowSince,
    ColorMetrics New, ColorMetrics? Reference, int? OldConnections, ColorMetrics? Probes = null);
