using System.Text.Json;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine.Resources;

/// <summary>One try of a Task.</summary>
internal sealed class TaskAttempt(Branch branch, JsonElement arguments, DateTimeOffset due, TimeSpan? heartbeat) : IDisposable
{
    private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(branch.Cancellation);

    public Branch Branch { get; } = branch;

    public JsonElement Arguments { get; } = arguments;

    /// <summary>When it times out.</summary>
    public DateTimeOffset Due { get; } = due;

    public TimeSpan? Heartbeat { get; } = heartbeat;

    /// <summary>Runs a function until it answers, fails, takes too long (the try goes on without it) or the branch is cut.</summary>
    public async Task<JsonElement> InvokeAsync(string function, JsonElement payload)
    {
        using var alarm = new Alarm(Branch.Run.Parts.Options.Time, Due, ending.Cancel);
        try
        {
            return await Branch.Run.Parts.Options.Functions.InvokeAsync(function, payload, ending.Token).WaitAsync(ending.Token);
        }
        catch (Exception) when (Branch.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(Branch.Cancellation);
        }
        catch (Exception) when (ending.IsCancellationRequested)
        {
            throw new StateFailedException(ErrorNames.Timeout, $"The function '{function}' did not answer in time.");
        }
        catch (Exception failure)
        {
            throw FunctionFailure.From(failure);
        }
    }

    public void Dispose() => ending.Dispose();
}
