using System.Text.Json;
using BlueGreenServerless.Engine.Journals;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Running;

/// <summary>One task that waits for the answer to its token.</summary>
internal sealed class TokenWait
{
    private readonly Lock gate = new();
    private Signal? answer;
    private DateTimeOffset lastBeat;
    private Pause? pause;

    /// <summary>The same signal may be delivered more than once; the first answer counts.</summary>
    public void Deliver(Signal signal)
    {
        lock (gate)
        {
            if (signal.Kind == SignalKind.TaskHeartbeat)
            {
                lastBeat = signal.Sent > lastBeat ? signal.Sent : lastBeat;
            }
            else
            {
                answer ??= signal;
                pause?.Wake();
            }
        }
    }

    /// <exception cref="StateFailedException">The answer is a failure, or none came in time.</exception>
    public async Task<JsonElement> AnswerAsync(Branch branch, DateTimeOffset due, TimeSpan? heartbeat)
    {
        // a process that was dead could take no heartbeat: the first one is due from now
        lastBeat = branch.Now;
        while (true)
        {
            if (Answer() is { } given)
            {
                return given.Kind == SignalKind.TaskSuccess
                    ? JsonElement.Parse(given.First)
                    : throw new StateFailedException(given.First, given.Second);
            }

            var beatDue = heartbeat is { } longest ? lastBeat + longest : due;
            ThrowIfLate(branch, due, beatDue);
            await branch.PauseAsync(beatDue < due ? beatDue : due, Attach);
        }
    }

    private static void ThrowIfLate(Branch branch, DateTimeOffset due, DateTimeOffset beatDue)
    {
        if (branch.Now >= due)
        {
            throw new StateFailedException(ErrorNames.Timeout, "Nobody answered the task token in time.");
        }

        if (branch.Now >= beatDue)
        {
            throw new StateFailedException(ErrorNames.HeartbeatTimeout, "No heartbeat came for the task token in time.");
        }
    }

    private Signal? Answer()
    {
        lock (gate)
        {
            return answer;
        }
    }

    private void Attach(Pause current)
    {
        lock (gate)
        {
            pause = current;
            if (answer is not null)
            {
                current.Wake();
            }
        }
    }
}
