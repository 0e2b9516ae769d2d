namespace BlueGreenServerless.Engine.Running;

/// <summary>One wait of one branch. The branch counts as busy again from the instant it is woken, not only when it goes on.</summary>
internal sealed class Pause(Activity activity)
{
    private readonly TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isWoken;

    public void Wake()
    {
        if (Interlocked.Exchange(ref isWoken, 1) == 0)
        {
            activity.Enter();
            woken.TrySetResult();
        }
    }

    public Task WaitAsync()
    {
        activity.Leave();
        return woken.Task;
    }
}
