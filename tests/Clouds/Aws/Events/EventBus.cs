using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Events;

/// <summary>What EventBridge would deliver: whole events, at least once.</summary>
public sealed class EventBus(AwsDoubleOptions options)
{
    private readonly Lock gate = new();
    private readonly List<Func<JsonObject, Task>> listeners = [];
    private readonly List<Task> deliveries = [];
    private long published;

    /// <summary>How often each event is delivered; AWS promises at least once.</summary>
    public int Deliveries { get; set; } = 1;

    /// <summary>The listener gets a copy of its own of every event from now on.</summary>
    public void Subscribe(Func<JsonObject, Task> listener)
    {
        lock (gate)
        {
            listeners.Add(listener);
        }
    }

    /// <summary>Completes when every event so far has been handled.</summary>
    /// <exception cref="Exception">A listener failed.</exception>
    public Task HandledAsync()
    {
        lock (gate)
        {
            return Task.WhenAll(deliveries.ToArray());
        }
    }

    /// <param name="time">When it happened; null for now.</param>
    /// <returns>The event's id.</returns>
    internal string Publish(string source, string detailType, IEnumerable<string> resources, JsonObject detail, DateTimeOffset? time = null)
    {
        var id = RequestIds.Of(Interlocked.Increment(ref published), 'e');
        var message = new JsonObject
        {
            ["version"] = "0",
            ["id"] = id,
            ["detail-type"] = detailType,
            ["source"] = source,
            ["account"] = options.Account,
            ["time"] = (time ?? options.Clock.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = options.Region,
            ["resources"] = new JsonArray([.. resources.Select(arn => (JsonNode)arn)]),
            ["detail"] = detail,
        };
        lock (gate)
        {
            deliveries.RemoveAll(done => done.IsCompletedSuccessfully);
            deliveries.AddRange(Enumerable.Repeat(listeners, Deliveries).SelectMany(all => all).Select(listener => Task.Run(() => listener((JsonObject)message.DeepClone()))));
        }

        return id;
    }
}
