using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Serialization;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Approve;

/// <summary>Notes that a release waits for a person, with the token that the answer is sent with.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>nothing pending, or a pending one with an older token (second run)</term><description>the pending approval is written</description></item>
/// <item><term>an abort or alarm that came just before</term><description>answered with no at once</description></item>
/// </list>
/// </remarks>
public sealed class ApproveFunction(StageServices services) : IStage<ApprovalRequest, PendingApproval>
{
    private readonly ILogger log = services.Logs.CreateLogger("Approve");

    public async Task<PendingApproval> RunAsync(ApprovalRequest input, CancellationToken cancellationToken)
    {
        var header = input.Document.Header;
        var now = services.Time.GetUtcNow();
        var pending = new PendingApproval(header.App, header.Id, input.Token, now, now + input.Document.Plan.Approval.Timeout);
        await services.Store.SetPendingApprovalAsync(pending, cancellationToken);
        log.LogInformation("{Release} Approve: waits for a person until {Until}", header.Id, pending.Until);

        // whoever signalled before the line above found no pending approval to answer
        var signals = await services.Store.SignalsAsync(header.App, header.Id, cancellationToken);
        if (RootCause.OfSignal(signals) is { } failure)
        {
            await RejectAsync(input.Token, failure, now, cancellationToken);
        }

        return pending;
    }

    private async Task RejectAsync(string token, Failure failure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answer = ReleaseJson.ToElement(new Approval(false, "signal", failure.Cause, now));
        try
        {
            await services.Executions.SendTaskSuccessAsync(token, answer, cancellationToken);
        }
        catch (ReleaseNotFoundException)
        {
            log.LogInformation("Approve: the token was answered in the same moment");
        }
    }
}
