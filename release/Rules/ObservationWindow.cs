using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Rules;

/// <summary>What was measured since the last judgement.</summary>
/// <param name="Cursor">Where to go on reading once this window has been judged.</param>
/// <param name="Probes">All requests of our own in this window.</param>
public sealed record ObservationWindow(
    ColorMetrics New, ColorMetrics Old, JsonElement Cursor, IReadOnlyList<AlarmReading> Alarms, ColorMetrics? Probes = null, int? OldConnections = null);
