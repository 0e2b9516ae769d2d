using System.Text.Json;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions;

namespace BlueGreenServerless.StateMachine.Tests.Releases;

/// <summary>The real functions; one stage meets one fault, once.</summary>
internal sealed class FaultyStages(StageRunner runner) : IFunctionHost
{
    private int left;
    private string stage = "";

    public Fault Kind { get; private set; }

    /// <summary>Completes when the stage hangs, so that the test lets time pass or kills the engine.</summary>
    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stages in the order they were called.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Bytes of the largest document that a function got.</summary>
    public int LargestPayload { get; private set; }

    public void Break(string name, Fault fault)
    {
        stage = name;
        Kind = fault;
        left = 1;
    }

    public async Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken)
    {
        var name = functionName.Split('-')[1];
        lock (Calls)
        {
            Calls.Add(name);
            LargestPayload = Math.Max(LargestPayload, payload.GetRawText().Length);
        }

        if (name != stage || Interlocked.Decrement(ref left) < 0)
        {
            return await runner.InvokeAsync(functionName, payload, cancellationToken);
        }

        if (Kind == Fault.Error)
        {
            throw new InvalidOperationException("a bug");
        }

        if (Kind == Fault.KilledAfter)
        {
            await runner.InvokeAsync(functionName, payload, cancellationToken);
        }

        Hanging.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("unreachable");
    }
}
