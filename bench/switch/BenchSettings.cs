namespace BlueGreenServerless.Bench.Switch;

/// <param name="Cycles">Of the provider's way and of the floor, each; a cycle is a switch and a rollback.</param>
/// <param name="Reloads">Cycles of the way that reloads.</param>
/// <param name="Rate">Requests per second that the load sends at fixed times, beside its slow requests and WebSockets.</param>
internal sealed record BenchSettings(int Cycles, int Reloads, int Rate);
