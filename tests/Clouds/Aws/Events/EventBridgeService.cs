using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.Events;

/// <summary>Amazon EventBridge, API version 2015-10-07: custom events on the default bus. An entry that is wrong fails alone.</summary>
internal sealed class EventBridgeService(AwsDoubleOptions options, EventBus events)
{
    private const int MostEntries = 10;
    private const int MostBytes = 262144;

    public JsonService Service() => new("events", "AWSEvents", "1.1", new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["PutEvents"] = input => Task.FromResult<JsonObject?>(Put(input)),
    });

    private JsonObject Put(Input input)
    {
        var entries = input.Items("Entries");
        if (entries.Count is 0 or > MostEntries)
        {
            throw AwsException.Invalid(
                $"1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and {MostEntries}");
        }

        if (entries.Sum(Size) > MostBytes)
        {
            throw AwsException.Invalid("Total size of the entries in the request is over the limit.");
        }

        var results = entries.Select(Taken).ToList();
        return new JsonObject
        {
            ["FailedEntryCount"] = results.Count(result => result.ContainsKey("ErrorCode")),
            ["Entries"] = new JsonArray([.. results]),
        };
    }

    private JsonObject Taken(Input entry)
    {
        var missing = ((string[])["Source", "DetailType", "Detail"]).FirstOrDefault(name => string.IsNullOrEmpty(entry.Text(name)));
        if (missing is not null)
        {
            return Failure("InvalidArgument", $"Parameter {missing} is not valid. Reason: {missing} is a required argument.");
        }

        if (entry.Text("EventBusName") is not (null or "default") && entry.Text("EventBusName") != $"arn:aws:events:{options.Region}:{options.Account}:event-bus/default")
        {
            return Failure("InvalidArgument", "Parameter EventBusName is not valid. Reason: Event bus does not exist.");
        }

        return entry.Text("Source")!.StartsWith("aws.", StringComparison.Ordinal) ? Failure("NotAuthorizedForSourceException", "Not authorized for the source.")
            : Detail(entry.Text("Detail")!) is not { } detail ? Failure("MalformedDetail", "Detail is malformed.")
            : new JsonObject { ["EventId"] = events.Publish(entry.Text("Source")!, entry.Text("DetailType")!, entry.Texts("Resources"), detail, Time(entry)) };
    }

    private static JsonObject Failure(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };

    private static JsonObject? Detail(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Time(Input entry) =>
        entry.Text("Time") is { } seconds && double.TryParse(seconds, CultureInfo.InvariantCulture, out var since) ? DateTimeOffset.UnixEpoch.AddSeconds(since) : null;

    // User guide, "Calculating PutEvents event entry size"
    private static int Size(Input entry) =>
        (entry.Has("Time") ? 14 : 0) + ((string[])["Source", "DetailType", "Detail"]).Sum(name => Encoding.UTF8.GetByteCount(entry.Text(name) ?? ""))
        + entry.Texts("Resources").Sum(Encoding.UTF8.GetByteCount);
}
