using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Hosting.Tests.Events;

public sealed class RefusalTests
{
    private static readonly IReadOnlyDictionary<string, (string Trigger, string Json)> _events =
        HostileEvents.All().ToDictionary(one => $"{one.Trigger}: {Printable(one.Name)}", one => (one.Trigger, one.Json), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. _events.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_event_is_refused_with_one_record_and_starts_nothing(string name)
    {
        var doors = new Doors();
        var (trigger, json) = _events[name];

        await Assert.ThrowsAnyAsync<ReleaseException>(() => doors.SendAsync(trigger, json));

        Assert.Equal(["refused"], doors.Results);
        Assert.Empty(doors.World.Executions.Started);
        Assert.Null(await doors.World.Store.FindLockAsync("shop", CancellationToken.None));
        Assert.DoesNotContain(Samples.Secret, doors.Log, StringComparison.Ordinal);
        Assert.InRange(doors.Log.Length, 1, 10_000);
    }

    [Fact]
    public void There_are_at_least_60_of_them() => Assert.InRange(_events.Count, 60, 1000);

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var doors = new Doors();

        await Assert.ThrowsAsync<InvalidRequestException>(() => doors.SendAsync("OnArtifact", [0xff, 0xfe, 0x00, 0x80]));

        Assert.Equal(["refused"], doors.Results);
    }

    private static string Printable(string text) => string.Concat(text.Select(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '/' or '.' ? character : '_'));
}
