using System.Text.Json;

namespace BlueGreenServerless.Bench.Switch;

/// <param name="WorkerKept">The HAProxy worker that answered at the end was the one of the beginning: nothing was reloaded.</param>
internal sealed record BenchResult(
    BenchSettings Settings, WayResult Provider, WayResult Floor, WayResult Reload, LoadResult MapLoad, LoadResult ReloadLoad, bool WorkerKept)
{
    private const double MostTimesTheFloor = 3;
    private const int LeastRate = 3000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public double TimesTheFloor => Provider.P50 / Floor.P50;

    /// <summary>What this run did not hold; empty when everything did.</summary>
    public IReadOnlyList<string> Faults => [.. All()];

    public string ToJson() => JsonSerializer.Serialize(new { Settings, Provider = Short(Provider), Floor = Short(Floor), Reload = Short(Reload), TimesTheFloor, MapLoad, ReloadLoad, WorkerKept, Faults }, Json);

    public string ToText() =>
        $"""
        From the shift call to the last answer of the old colour, in milliseconds
                          shifts      p50      p99   the call itself: p50      p99
        {Row(Provider)}
        {Row(Floor)}
        {Row(Reload)}
        bluegreen takes {TimesTheFloor:0.00} times the floor (goal: at most {MostTimesTheFloor:0})

        What users saw    requests     lost      5xx   req/s   slow answers   web sockets (echoes, broken)
        {Row("by the map", MapLoad)}
        {Row("by reload", ReloadLoad)}

        HAProxy worker of the map: {(WorkerKept ? "the same from beginning to end, no reload" : "another one at the end")}
        {(Faults.Count == 0 ? "Everything held." : "Did not hold: " + string.Join("; ", Faults))}
        """;

    private IEnumerable<string> All()
    {
        if (MapLoad.Lost + MapLoad.Errors > 0)
        {
            yield return $"{MapLoad.Lost} requests lost and {MapLoad.Errors} answered 5xx ({string.Join(", ", MapLoad.LostWhy.Select(w => $"{w.Key}: {w.Value}"))})";
        }

        if (TimesTheFloor > MostTimesTheFloor)
        {
            yield return $"the median is {TimesTheFloor:0.00} times the floor";
        }

        if (!WorkerKept)
        {
            yield return "HAProxy was reloaded in the switch path";
        }

        if (MapLoad.RequestsPerSecond < LeastRate)
        {
            yield return $"the load was {MapLoad.RequestsPerSecond:0} requests per second, less than {LeastRate}";
        }
    }

    private static object Short(WayResult way) => new { way.Name, way.Shifts, way.P50, way.P99, way.CallP50, way.CallP99 };

    private static string Row(WayResult way) => $"{way.Name,-16}{way.Shifts,8}{way.P50,9:0.00}{way.P99,9:0.00}{way.CallP50,23:0.00}{way.CallP99,9:0.00}";

    private static string Row(string name, LoadResult load) =>
        $"{name,-16}{load.Requests,10}{load.Lost,9}{load.Errors,9}{load.RequestsPerSecond,8:0}{load.SlowAnswers,15}   {load.WebSockets} ({load.WebSocketEchoes}, {load.WebSocketsBroken})";
}
