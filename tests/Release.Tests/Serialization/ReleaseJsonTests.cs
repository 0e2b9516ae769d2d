using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Records;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Release.Tests.Serialization;

public sealed class ReleaseJsonTests
{
    [Fact]
    public void Null_is_not_written_and_comes_back_as_null()
    {
        Same(new PrepareState(PrepareVerdict.Ready, DateTimeOffset.UnixEpoch, null));
        Same(new RestoreState(RestoreVerdict.Restored, 1, DateTimeOffset.UnixEpoch, null));
        Same(new Approval(true, "ann", null, DateTimeOffset.UnixEpoch));
        Same(new ColorMetrics(1, 0, null));
        Assert.Null(RoundTrip(new HostFailure("g1", "x", null, [])).ExitCode);
        Assert.Null(RoundTrip(new ObservationState(ObservationVerdict.NoData, "", null, DateTimeOffset.UnixEpoch, ColorMetrics.None, null, null)).Cursor);
    }

    [Fact]
    public void A_whole_record_comes_back()
    {
        var record = ReleaseRecord.Of(Rules.Documents.OnStep(1, ObservationVerdict.Good), null);

        Assert.Equal(ReleaseJson.ToElement(record).GetRawText(), ReleaseJson.ToElement(RoundTrip(record)).GetRawText());
    }

    [Fact]
    public void What_may_not_be_null_may_not_be_missing() =>
        Assert.Throws<JsonException>(() => ReleaseJson.FromElement<Approval>(JsonElement.Parse("""{"approved":true,"at":"2026-01-01T00:00:00Z"}""")));

    private static void Same<T>(T value) => Assert.Equal(value, RoundTrip(value));

    private static T RoundTrip<T>(T value) => ReleaseJson.FromElement<T>(ReleaseJson.ToElement(value));
}
