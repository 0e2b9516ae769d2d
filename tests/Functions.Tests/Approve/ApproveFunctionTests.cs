using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Approve;
using BlueGreenServerless.Records;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Functions.Tests.Approve;

public sealed class ApproveFunctionTests
{
    private readonly Stages stages = new();

    [Fact]
    public async Task The_token_is_kept_for_the_answer()
    {
        await ApproveAsync("one");
        await ApproveAsync("two");

        var pending = await stages.Store.FindPendingApprovalAsync("shop", Stages.None);
        Assert.Equal((Stages.Id, "two", stages.Now.AddHours(24)), (pending!.ReleaseId, pending.Token, pending.Until));
    }

    [Fact]
    public async Task An_abort_that_came_just_before_is_the_answer()
    {
        stages.World.Executions.Waiting.Add("one");
        await stages.Store.RaiseAsync("shop", Stages.Id, new Signal(SignalKind.Abort, "ann", "why", stages.Now), Stages.None);

        await ApproveAsync("one");

        Assert.False(ReleaseJson.FromElement<Approval>(stages.World.Executions.Answered["one"]).Approved);
    }

    private Task<PendingApproval> ApproveAsync(string token) =>
        new ApproveFunction(stages.Services).RunAsync(new ApprovalRequest(token, stages.Document()), Stages.None);
}
