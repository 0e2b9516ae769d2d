using BlueGreenServerless.Providers.Aws.Ssm;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class NodeFoldTests
{
    [Theory]
    [InlineData(2, "Success Success", true, false, CommandVerdict.Succeeded)]
    [InlineData(2, "Success Success Success", true, false, CommandVerdict.Succeeded)]
    [InlineData(2, "Success InProgress", false, false, CommandVerdict.Running)]
    [InlineData(2, "Success Delayed", true, false, CommandVerdict.Running)]
    [InlineData(2, "Success", true, true, CommandVerdict.Running)]
    [InlineData(2, "Success", true, false, CommandVerdict.Failed)]
    [InlineData(2, "Success", false, false, CommandVerdict.Running)]
    [InlineData(1, "", true, false, CommandVerdict.Failed)]
    [InlineData(1, "", true, true, CommandVerdict.Running)]
    [InlineData(0, "", false, true, CommandVerdict.Running)]
    [InlineData(3, "Failed InProgress InProgress", false, true, CommandVerdict.Failed)]
    [InlineData(5, "Undeliverable Undeliverable Undeliverable Undeliverable Success", true, false, CommandVerdict.Failed)]
    [InlineData(2, "Success SomethingNew", true, false, CommandVerdict.Failed)]
    public void Only_a_full_set_of_successes_succeeds(int expected, string statuses, bool isOver, bool young, CommandVerdict verdict) =>
        Assert.Equal(verdict, Fold(expected, statuses, isOver, young).Verdict);

    [Theory]
    [InlineData("Success", 1000, 1000, 0, "", false, CommandVerdict.Succeeded)]
    [InlineData("Success", 1001, 1001, 0, "", false, CommandVerdict.Succeeded)]
    [InlineData("Success", 999, 999, 0, "", false, CommandVerdict.Failed)]
    [InlineData("Success", 999, 999, 0, "", true, CommandVerdict.Running)]
    [InlineData("Success", 1000, 999, 0, "", false, CommandVerdict.Failed)]
    [InlineData("Success", 1000, 1000, 0, "Undeliverable", false, CommandVerdict.Failed)]
    [InlineData("Failed", 1000, 1000, 1, "Failed", false, CommandVerdict.Failed)]
    [InlineData("Incomplete", 1000, 1000, 0, "", false, CommandVerdict.Failed)]
    [InlineData("NoInstancesInTag", 0, 0, 0, "", false, CommandVerdict.Failed)]
    public void Of_many_nodes_every_count_and_no_failure_makes_a_success(string status, int targets, int ended, int errors, string failures, bool young, CommandVerdict verdict)
    {
        var counts = new CommandCounts(status, IsOver: true, errors > 0, targets, ended - errors, ended);
        var nodes = failures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, number) => new NodeFold.Node($"i-{number}", word));

        Assert.Equal(verdict, NodeFold.OfFailures(1000, counts, nodes, young).Verdict);
    }

    [Fact]
    public void Causes_come_before_their_consequences()
    {
        var fold = Fold(4, "Terminated Success ExecutionTimedOut Terminated", isOver: true, young: false);

        Assert.Equal(["ExecutionTimedOut", "Terminated", "Terminated"], fold.Failures.Select(node => node.Status));
        Assert.Equal((4, 1, 3), (fold.Total, fold.Succeeded, fold.Failed));
    }

    [Theory]
    [InlineData("Delivery Timed Out", "DeliveryTimedOut")]
    [InlineData("DeliveryTimedOut", "DeliveryTimedOut")]
    [InlineData("In Progress", "InProgress")]
    public void Statuses_are_compared_without_blanks(string written, string plain)
    {
        Assert.Equal(plain, NodeStatus.Plain(written));
        Assert.Equal(plain == "InProgress", NodeStatus.IsGoing(written));
    }

    [Fact]
    public void A_ticket_survives_the_document_and_anything_else_is_none()
    {
        var ticket = new CommandTicket("4f5e-11", 12, DateTimeOffset.FromUnixTimeSeconds(1_770_000_000));

        Assert.Equal(ticket, CommandTicket.Parse(ticket.ToString()));
        Assert.All((string[])["", "a", "a:b:c", "a:1", "a:1:2:3", "a:-1:2"], text => Assert.Null(CommandTicket.Parse(text)));
    }

    [Fact]
    public void A_comment_fits_and_tells_its_command_from_every_other()
    {
        var id = new string('x', 128);
        var comment = CommandTicket.Comment(id, 10_000);

        Assert.InRange(comment.Length, 1, 100);
        Assert.True(CommandTicket.IsOf(id, comment));
        Assert.False(CommandTicket.IsOf(id[1..], comment));
        Assert.False(CommandTicket.IsOf(id, null));
        Assert.Equal(10_000, CommandTicket.ExpectedIn(comment));
    }

    private static NodeFold Fold(int expected, string statuses, bool isOver, bool young) =>
        NodeFold.Of(expected, statuses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((status, number) => new NodeFold.Node($"i-{number}", status)), isOver, young);
}
