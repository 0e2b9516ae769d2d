using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Running;

/// <summary>
/// Runs the items of a Map or the branches of a Parallel, so many at a time. The first that fails cuts the others. Those
/// that the journal knows as ended are not run again.
/// </summary>
internal sealed class ChildBranches(Branch parent, IReadOnlyList<Child> children, string? eventPrefix = null)
{
    private readonly JsonElement[] outputs = new JsonElement[children.Count];
    private readonly Pause allEnded = new(parent.Run.Parts.Activity);
    private int next;
    private int working;
    private Exception? failure;

    /// <exception cref="StateFailedException">One failed.</exception>
    public async Task<IReadOnlyList<JsonElement>> RunAsync(int mostAtOnce)
    {
        using var scope = CancellationTokenSource.CreateLinkedTokenSource(parent.Cancellation);
        working = Math.Min(mostAtOnce, children.Count);
        if (working > 0)
        {
            for (var worker = working; worker > 0; worker--)
            {
                parent.Run.Parts.Activity.Enter();
                _ = Task.Run(() => WorkAsync(scope), CancellationToken.None);
            }

            await allEnded.WaitAsync();
        }

        if (failure is null or StateFailedException)
        {
            parent.Run.ForgetKept(parent.Path);
            parent.Also(transaction => transaction.RemoveInner(parent.Run.Id, parent.Path));
        }

        return failure is null ? outputs : throw Rethrown(failure);
    }

    private static Exception Rethrown(Exception failure) => failure switch
    {
        StateFailedException failed => new StateFailedException(failed.Error, failed.Cause),
        StoppedAtBoundaryException => new StoppedAtBoundaryException(),
        OperationCanceledException cut => new OperationCanceledException(cut.CancellationToken),
        _ => failure,
    };

    private async Task WorkAsync(CancellationTokenSource scope)
    {
        try
        {
            for (var index = Interlocked.Increment(ref next) - 1; index < children.Count; index = Interlocked.Increment(ref next) - 1)
            {
                outputs[index] = await RunChildAsync(index, scope.Token);
            }
        }
        catch (Exception problem)
        {
            // kept for the parent, which waits until the last one has ended
            await CutOthersAsync(problem, scope);
        }
        finally
        {
            if (Interlocked.Decrement(ref working) == 0)
            {
                allEnded.Wake();
            }

            parent.Run.Parts.Activity.Leave();
        }
    }

    private async Task<JsonElement> RunChildAsync(int index, CancellationToken cancellation)
    {
        var child = children[index];
        var path = $"{parent.Path}/{index}";
        var kept = parent.Run.TakeKept(path);
        if (kept is { Phase: Phase.Done or Phase.Failed })
        {
            return kept.Phase == Phase.Done ? kept.Input : throw new StateFailedException(kept.Error!, kept.Cause!);
        }

        cancellation.ThrowIfCancellationRequested();
        var branch = new Branch(parent.Run, child.Graph, path, child.Item ?? parent.Item, cancellation);
        var input = kept is null ? child.Input() : default;
        if (kept is null)
        {
            Note(branch, "Started", index);
        }

        return await RunToEndAsync(branch, index, input, kept);
    }

    private async Task<JsonElement> RunToEndAsync(Branch branch, int index, JsonElement input, Position? kept)
    {
        try
        {
            var output = await branch.RunAsync(input, kept);
            Note(branch, "Succeeded", index);
            await branch.CommitEndAsync(output, null);
            return output;
        }
        catch (StateFailedException failed)
        {
            Note(branch, "Failed", index);
            await branch.CommitEndAsync(null, failed);
            throw;
        }
    }

    /// <summary>Step Functions' history knows such events for a Map, not for a Parallel.</summary>
    private void Note(Branch branch, string what, int index)
    {
        if (eventPrefix is not null)
        {
            branch.RecordOf(parent.Position.State, eventPrefix + what, ("index", JsonText.Number(index)));
        }
    }

    private async Task CutOthersAsync(Exception problem, CancellationTokenSource scope)
    {
        // an error outweighs a stop, and a stop the cuts that follow it
        var first = Interlocked.CompareExchange(ref failure, problem, null);
        if (problem is StateFailedException && first is StoppedAtBoundaryException)
        {
            failure = problem;
        }

        if (problem is not StoppedAtBoundaryException)
        {
            await scope.CancelAsync();
        }
    }
}
