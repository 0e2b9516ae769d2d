using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.States;

/// <summary>A state whose errors can be retried and caught: Task, Map, Parallel.</summary>
internal abstract class FallibleState : State
{
    private readonly IReadOnlyList<Retrier> retriers;
    private readonly IReadOnlyList<Catcher> catchers;
    private readonly string? next;

    protected FallibleState(string name, Fields fields)
        : base(name)
    {
        retriers = [.. fields.Objects("Retry").Select(Retrier.Read)];
        catchers = [.. fields.Objects("Catch").Select(Catcher.Read)];
        next = ReadNext(fields);
    }

    public override IEnumerable<string> Targets => catchers.Select(catcher => catcher.Next).Concat(next is null ? [] : [next]);

    public sealed override async Task<Transition> RunAsync(Branch branch)
    {
        while (true)
        {
            await branch.WaitForRetryAsync();
            try
            {
                return new Transition(next, await AttemptAsync(branch));
            }
            catch (StateFailedException failure)
            {
                branch.Record(
                    FailureEvent(failure.Error), ("error", JsonText.String(failure.Error)), ("cause", JsonText.String(failure.Cause)));
                if (!await RetryAsync(branch, failure))
                {
                    return Caught(branch, failure)
                        ?? throw new StateFailedException(failure.Error, failure.Cause);
                }
            }
        }
    }

    /// <summary>Runs it once and gives its output.</summary>
    protected abstract Task<JsonElement> AttemptAsync(Branch branch);

    /// <summary>The name of the event that says that an attempt failed.</summary>
    protected abstract string FailureEvent(string error);

    /// <summary>Only the first retrier that takes the error counts; when it is used up the error goes to the catchers.</summary>
    private async Task<bool> RetryAsync(Branch branch, StateFailedException failure)
    {
        for (var i = 0; i < retriers.Count; i++)
        {
            if (retriers[i].Takes(failure.Error))
            {
                var used = branch.Position.Retries.IsEmpty ? 0 : branch.Position.Retries[i];
                if (used >= retriers[i].MaxAttempts)
                {
                    return false;
                }

                await branch.RetryAsync(i, retriers.Count, retriers[i].Delay(used, branch.Run.Parts.Options.NextRandom));
                return true;
            }
        }

        return false;
    }

    private Transition? Caught(Branch branch, StateFailedException failure) =>
        catchers.FirstOrDefault(catcher => catcher.Takes(failure.Error)) is { } taker
            ? new Transition(taker.Next, taker.Output(branch.Input, failure))
            : null;
}
