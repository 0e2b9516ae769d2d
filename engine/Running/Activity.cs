namespace BlueGreenServerless.Engine.Running;

/// <summary>Counts the branches that are at work. None: all wait for time, a token or an execution, so a test may move its clock.</summary>
internal sealed class Activity
{
    private readonly Lock gate = new();
    private readonly List<(int Most, TaskCompletionSource Reached)> waiting = [];
    private int busy;

    public void Enter()
    {
        lock (gate)
        {
            busy++;
        }
    }

    public void Leave()
    {
        List<TaskCompletionSource> reached;
        lock (gate)
        {
            busy--;
            reached = [.. waiting.Where(each => busy <= each.Most).Select(each => each.Reached)];
            waiting.RemoveAll(each => busy <= each.Most);
        }

        reached.ForEach(each => each.TrySetResult());
    }

    /// <summary>Completes when no more than so many are at work.</summary>
    public Task WhenAtMostAsync(int most)
    {
        lock (gate)
        {
            if (busy <= most)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((most, reached));
            return reached.Task;
        }
    }
}
