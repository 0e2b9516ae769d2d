using System.Collections.Concurrent;
using ApiEvent = Amazon.StepFunctions.Model.HistoryEvent;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>
/// Where the events of one execution belong. Step Functions names a state only where it is entered and an item of a Map only where it
/// begins; every other event names the one before it.
/// </summary>
internal sealed class HistoryPlaces
{
    private readonly ConcurrentDictionary<long, (string Branch, string? State)> _places = [];

    /// <summary>The branch as in <see cref="Engine.HistoryEvent"/>, and the state; of an event whose predecessors were never seen: of the execution.</summary>
    /// <param name="happened">Given in the order of their ids.</param>
    public (string Branch, string? State) Of(ApiEvent happened)
    {
        var before = _places.GetValueOrDefault(happened.PreviousEventId ?? 0, ("", null));
        var place = happened switch
        {
            { MapIterationStartedEventDetails.Index: { } index } => ($"/{index}", null),
            { StateEnteredEventDetails.Name: { } entered } => (before.Branch, entered),
            _ when happened.Type.Value is "MapStateSucceeded" or "MapStateFailed" or "MapStateAborted" => ("", before.State),
            _ => before,
        };
        return _places[happened.Id ?? 0] = place;
    }
}
