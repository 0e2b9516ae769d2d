namespace BlueGreenServerless.Engine.Running;

/// <summary>Counts the branches that are at work. None: all wait for time, a token or an execution, so a test may move its clock.</summary>
internal sealed class Activity
{
    private readonly Lock gate = new();
    private int busy;
    private TaskCompletionSource? whenIdle;

    public void Enter()
    {
        lock (gate)
        {
            busy++;
        }
    }

    public void Leave()
    {
        TaskCompletionSource? reached = null;
        lock (gate)
        {
            if (--busy == 0)
            {
                (reached, whenIdle) = (whenIdle, null);
            }
        }

        reached?.TrySetResult();
    }

    public Task WhenIdleAsync()
    {
        lock (gate)
        {
            if (busy == 0)
            {
                return Task.CompletedTask;
            }

            whenIdle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return whenIdle.Task;
        }
    }
}
