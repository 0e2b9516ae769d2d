using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;

namespace BlueGreenServerless.Clouds.Aws.Tests.Events;

public sealed class CustomEvents
{
    [Fact]
    public async Task An_event_is_delivered_with_its_envelope()
    {
        await using var watched = await Watched.StartAsync();
        var told = Heard(watched);

        var answer = await watched.Command.JsonAsync("events", "put-events", "--entries", Entry("""{"app":"shop"}"""));
        await watched.Aws.Events.HandledAsync();

        var happened = Assert.Single(told);
        Assert.Equal(answer["Entries"]![0]!["EventId"]!.ToString(), happened["id"]!.ToString());
        Assert.Equal(("ci.example", "asked", "shop"), (happened["source"]!.ToString(), happened["detail-type"]!.ToString(), happened["detail"]!["app"]!.ToString()));
        Assert.Equal(("123456789012", "eu-west-1"), (happened["account"]!.ToString(), happened["region"]!.ToString()));
    }

    [Fact]
    public async Task A_wrong_entry_fails_alone_and_says_why()
    {
        await using var watched = await Watched.StartAsync();
        var told = Heard(watched);

        var answer = await watched.Command.JsonAsync(
            "events", "put-events", "--entries", Entry("{}"), Entry("{"), Entry("[]"), Entry("{}").Replace("ci.example", "aws.s3", StringComparison.Ordinal),
            """{"DetailType":"asked","Detail":"{}"}""");
        await watched.Aws.Events.HandledAsync();

        Assert.Equal(4, (int)answer["FailedEntryCount"]!);
        Assert.Equal(
            ["", "MalformedDetail", "MalformedDetail", "NotAuthorizedForSourceException", "InvalidArgument"], answer["Entries"]!.AsArray().Select(entry => $"{entry!["ErrorCode"]}"));
        Assert.Single(told);
    }

    [Fact]
    public async Task More_than_256_KiB_at_once_are_refused()
    {
        await using var watched = await Watched.StartAsync();
        var big = $$"""{"text":"{{new string('x', 90_000)}}"}""";

        var failure = await watched.Command.FailureAsync("events", "put-events", "--entries", Entry(big), Entry(big), Entry(big));

        Assert.Contains("(ValidationException)", failure, StringComparison.Ordinal);
    }

    private static ConcurrentQueue<JsonObject> Heard(Watched watched)
    {
        var told = new ConcurrentQueue<JsonObject>();
        watched.Aws.Events.Subscribe(happened =>
        {
            told.Enqueue(happened);
            return Task.CompletedTask;
        });
        return told;
    }

    private static string Entry(string detail) => new JsonObject { ["Source"] = "ci.example", ["DetailType"] = "asked", ["Detail"] = detail }.ToJsonString();
}
