using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class ThrottleBudgetTests
{
    private readonly VirtualTime time = new();

    [Fact]
    public async Task A_rollback_finds_room_whatever_else_is_going_on()
    {
        var budget = new ThrottleBudget(time);
        var polls = Many(100, () => budget.ReadAsync(Urgency.Poll, default));
        var shifts = Many(100, () => budget.ChangeAsync(Urgency.Move, default));

        Assert.Equal(24, polls.Count(poll => poll.IsCompletedSuccessfully));
        Assert.InRange(shifts.Count(shift => shift.IsCompletedSuccessfully), 1, 16);
        Assert.All(Many(4, () => budget.ChangeAsync(Urgency.Restore, default)), restore => Assert.True(restore.IsCompletedSuccessfully));

        await DrainAsync(polls.Concat(shifts));
    }

    [Fact]
    public async Task Nobody_asks_faster_than_AWS_allows()
    {
        var budget = new ThrottleBudget(time);
        var began = time.GetUtcNow();
        var changes = Many(50, () => budget.ChangeAsync(Urgency.Restore, default));

        await DrainAsync(changes);

        // 20 at once, the other 30 at 3 a second
        Assert.InRange((time.GetUtcNow() - began).TotalSeconds, 9.9, 12);
    }

    private static List<Task> Many(int count, Func<Task> call) => [.. Enumerable.Range(0, count).Select(_ => call())];

    private async Task DrainAsync(IEnumerable<Task> calls)
    {
        var all = Task.WhenAll(calls);
        while (!all.IsCompleted && time.AdvanceToNext())
        {
            await Task.Yield();
        }

        await all.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
