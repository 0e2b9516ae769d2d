using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Narration;

/// <summary>Says once that a release waits for a person: no document changes while it does.</summary>
internal sealed class ApprovalNotice
{
    private bool _told;

    public IEnumerable<ProgressLine> Tell(HistoryEvent happened, Release? release)
    {
        if (_told || release is null || happened.State != "Approve")
        {
            return [];
        }

        _told = true;
        return
        [
            new ProgressLine(
                happened.Timestamp, "Approve", null,
                $"waits for a person, {Until.Of(happened.Timestamp, release.Plan.Approval.Timeout)}: 'bluegreen approve' or 'bluegreen reject'"),
        ];
    }
}
